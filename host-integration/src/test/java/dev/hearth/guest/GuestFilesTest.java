package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestFilesTest {
    @TempDir
    Path pet;

    @Test
    void installsEveryScriptThereIs() throws IOException {
        install();

        for (var script : scriptFiles()) {
            assertThat(pet.resolve(script.getFileName())).hasSameTextualContentAs(script);
        }
        assertThat(pet.resolve("version")).hasContent(GuestFiles.version() + "\n");
    }

    @Test
    void installsNothingElse() throws IOException {
        install();

        try (var installed = Files.list(pet)) {
            assertThat(installed).hasSize(scriptFiles().size() + 1);
        }
    }

    @Test
    void marksAsExecutableWhatIsExecuted() throws IOException {
        install();

        try (var installed = Files.list(pet)) {
            assertThat(installed
                            .filter(Files::isExecutable)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "carry",
                            "end",
                            "hearth",
                            "host",
                            "init",
                            "job",
                            "links",
                            "login",
                            "offer",
                            "package-content",
                            "package-file",
                            "packages",
                            "provides",
                            "run",
                            "seen",
                            "setup",
                            "ssh-access",
                            "ssh-server");
        }
    }

    @Test
    void replacesOlderScripts() throws IOException {
        Files.writeString(pet.resolve("run"), "old");

        install();

        assertThat(pet.resolve("run")).hasSameTextualContentAs(Shell.scripts().resolve("run"));
    }

    @Test
    void waitsForTheFirstProcessToBeInstalled() {
        assertThat(GuestFiles.entrypoint())
                .containsExactly(
                        "/bin/sh",
                        "-c",
                        "until [ -x /usr/libexec/hearth/init ]; do sleep 0.1; done; exec /usr/libexec/hearth/init");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void keepsEachScriptShortEnoughToBeReadAtOnce(String name, List<String> lines) {
        assertThat(lines).as(name).hasSizeLessThanOrEqualTo(200);
        assertThat(lines).as(name).allMatch(line -> line.length() <= 120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "hearth", "host", "init", "links", "login", "run", "seen", "setup", "profile.sh"})
    void satisfiesShellcheck(String program) {
        Needed.programs("shellcheck");

        var finished = Shell.processes()
                .run(Command.of("shellcheck", "--external-sources", "--source-path=SCRIPTDIR", "--shell=sh")
                        .with(Shell.scripts().resolve(program).toString()));

        assertThat(finished.out()).isEmpty();
        assertThat(finished.status()).isZero();
    }

    private void install() {
        var command = GuestFiles.installation().command().stream()
                .map(word -> word.equals(GuestFiles.DIRECTORY.value()) ? pet.toString() : word)
                .toList();
        Shell.processes().run(Command.of(command)).orThrow();
    }

    private static List<Path> scriptFiles() throws IOException {
        try (var files = Files.list(Shell.scripts())) {
            return files.filter(file -> !file.toString().endsWith(".class")).toList();
        }
    }

    private static Stream<Arguments> scripts() throws IOException {
        var scripts = Stream.<Arguments>builder();
        for (var file : scriptFiles()) {
            scripts.add(arguments(file.getFileName().toString(), Files.readAllLines(file)));
        }
        return scripts.build();
    }
}
