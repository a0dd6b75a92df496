package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hearth.core.process.Command;
import dev.hearth.engine.PackedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestFilesTest {
    @Test
    void packsEveryScriptThereIs() throws IOException {
        try (var scripts = Files.list(Shell.scripts())) {
            var expected = scripts.filter(file -> !file.toString().endsWith(".class"))
                    .map(file -> "usr/libexec/hearth/" + file.getFileName());

            assertThat(GuestFiles.files())
                    .extracting(PackedFile::name)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(expected, Stream.of("usr/libexec/hearth/version"))
                                    .toList());
        }
    }

    @Test
    void marksAsExecutableWhatIsExecuted() {
        assertThat(GuestFiles.files())
                .filteredOn(file -> file.mode() == 0755)
                .extracting(PackedFile::name)
                .containsExactly(
                        "usr/libexec/hearth/end",
                        "usr/libexec/hearth/init",
                        "usr/libexec/hearth/run",
                        "usr/libexec/hearth/setup");
    }

    @Test
    void carriesItsVersionAlong() {
        assertThat(GuestFiles.version()).matches("[0-9a-f]{16}");
        assertThat(GuestFiles.files().getLast())
                .isEqualTo(new PackedFile("usr/libexec/hearth/version", 0644, GuestFiles.version() + "\n"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void keepsEachScriptShortEnoughToBeReadAtOnce(String name, List<String> lines) {
        assertThat(lines).as(name).hasSizeLessThanOrEqualTo(200);
        assertThat(lines).as(name).allMatch(line -> line.length() <= 120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "init", "run", "setup", "profile.sh"})
    void satisfiesShellcheck(String program) {
        Shell.requireProgram("shellcheck");

        var finished = Shell.processes()
                .run(Command.of("shellcheck", "--external-sources", "--source-path=SCRIPTDIR", "--shell=sh")
                        .with(Shell.scripts().resolve(program).toString()));

        assertThat(finished.out()).isEmpty();
        assertThat(finished.status()).isZero();
    }

    private static Stream<Arguments> scripts() {
        return GuestFiles.files().stream()
                .map(file -> arguments(file.name(), file.content().lines().toList()));
    }
}
