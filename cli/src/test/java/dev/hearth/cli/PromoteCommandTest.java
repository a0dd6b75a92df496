package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.guest.GuestFiles;
import dev.hearth.os.Change;
import dev.hearth.os.EngineFailed;
import dev.hearth.packages.FakeApt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages of a pet that become layers of the base. */
class PromoteCommandTest extends OsFixture {
    private static final String ID = "promote-bb1ad5";
    private static final String BOOKWORM = "ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n";
    private static final String FILE = "fish_3.6_amd64.deb";

    private final List<String> layered = new ArrayList<>();
    private String petsRelease = BOOKWORM;

    @BeforeEach
    void makeAPetOfTheSameRelease() throws IOException {
        base.with(NEW, "booted").layering();
        Files.writeString(directory.resolve("deployments/b/etc/os-release"), BOOKWORM);
        hearth.withState();
        hearth.engine()
                .withProgram("cat", (_, _, line) -> {
                    petsRelease.lines().forEach(line);
                    return 0;
                })
                .withProgram(GuestFiles.PACKAGE_FILE.value(), (_, request, line) -> {
                    var answer = file(request.command().get(2));
                    answer.forEach(line);
                    return answer.stream().anyMatch(each -> each.startsWith("file")) ? 0 : 1;
                });
        var _ = new FakeApt(hearth.engine());
        base.meanwhile(
                () -> ((Change.Packages) base.changes().getLast()).files().forEach(file -> layered.add(content(file))));
        hearth.run("create", "dev");
    }

    @Test
    void showsWhatItWouldDo() {
        golden("promote/dry-run", hearth.run("promote", "fish", "--dry-run"));

        assertThat(base.changes()).isEmpty();
        assertThat(hearth.state().resolve("package-files/" + ID)).doesNotExist();
    }

    @Test
    void layersTheVeryFile() {
        golden("promote/done-json", hearth.run("promote", "--yes", "-c", "dev", "fish", "--format=json"));

        assertThat(layered).containsExactly("the file of fish");
        assertThat(hearth.run("os", "history").out()).contains(ID + ": from the pet 'dev'");
        assertThat(hearth.state().resolve("package-files/" + ID)).doesNotExist();
    }

    @Test
    void takesItOffAgain() {
        hearth.run("promote", "--yes", "fish");
        base.meanwhile(() -> {});

        golden("promote/undo", hearth.run("promote", "--yes", "--undo", ID));

        assertThat(base.changes().getLast())
                .isEqualTo(new Change.Packages(List.of(), List.of(), null, List.of(FILE), false, false));
    }

    @Test
    void isNothingWhenTheBaseRefuses() {
        base.meanwhile(() -> {
            throw new EngineFailed(new Finished(Command.of("ostree"), 1, "", "the disk is full"));
        });

        assertThat(hearth.run("promote", "--yes", "fish").err()).contains("the disk is full");

        assertThat(hearth.run("promote", "--undo", ID).err()).contains("You made no move");
        assertThat(hearth.state().resolve("package-files/" + ID)).doesNotExist();
    }

    @Test
    void refusesAPetOfAnotherRelease() {
        petsRelease = "ID=debian\nVERSION_ID=13\nVERSION_CODENAME=trixie\n";

        var refused = hearth.run("promote", "fish");

        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.err())
                .startsWith("Error: The pet 'dev' is debian 13, and the base debian 12:"
                        + " its packages are not made for that\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promote             | 2 | It is not clear which packages are meant",
                "promote gone        | 3 | The pet 'dev' has no package 'gone'",
                "promote old         | 7 | The file of old 1.0 cannot be had in the pet 'dev': E: no such version",
                "promote -c lost fish| 3 | There is no pet named 'lost'"
            },
            quoteCharacter = '"')
    void refusesWhatCannotBe(String words, int status, String message) {
        var outcome = hearth.run(words.split(" ", -1));

        assertThat(outcome.err()).startsWith("Error: " + message);
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(base.changes()).isEmpty();
    }

    private static List<String> file(String name) {
        return switch (name) {
            case "fish" -> {
                var content = "the file of fish".getBytes(StandardCharsets.UTF_8);
                yield List.of(
                        "version 3.6", "file " + FILE, " " + Base64.getEncoder().encodeToString(content));
            }
            case "old" -> List.of("version 1.0", "said E: no such version");
            default -> List.of();
        };
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
