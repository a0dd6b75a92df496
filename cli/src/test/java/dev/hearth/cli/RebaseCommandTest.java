package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.packages.FakeApt;
import dev.hearth.pets.FakeCarry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebaseCommandTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;
    private FakeApt apt;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory);
        hearth.engine()
                .imageStore()
                .with(
                        "localhost/hearth/debian:13",
                        Map.of(
                                "dev.hearth-image.recipe",
                                "debian",
                                "dev.hearth-image.recipe-version",
                                "1",
                                "dev.hearth-image.base",
                                "13"));
        apt = new FakeApt(hearth.engine()).with("gdb", "13", "libgdb").with("gcc", "12");
        FakeCarry.on(hearth.engine());
        hearth.run("create", "dev");
        hearth.run("install", "--yes", "gdb", "gcc");
        hearth.engine().container("dev").content().write("/opt/tool", "1");
    }

    @Test
    void makesAPetOfAnotherRelease() {
        hearth.withState();
        golden("dry-run", hearth.run("rebase", "dev", "--release=13", "--carry=/opt/tool", "--dry-run"));
        golden("unasked", hearth.run("rebase", "dev", "--release=13"));
        golden("done", hearth.run("rebase", "dev", "--release=13", "--carry=/opt/tool", "--yes"));

        assertThat(hearth.run("show", "dev").out())
                .contains("Image:        localhost/hearth/debian:13\n", "Packages:     gdb\n              gcc\n");
        assertThat(hearth.engine().container("dev").content().texts()).containsEntry("/opt/tool", "1");
        assertThat(hearth.run("history", "dev").out()).contains("rebase");
        assertThat(hearth.run("rollback", "dev", "--dry-run").out())
                .contains("- image: localhost/hearth/debian:13\n+ image: localhost/hearth/debian:12\n");
    }

    @Test
    void leavesNothingOutUnasked() {
        apt.without("gcc");

        golden("missing", hearth.run("rebase", "dev", "--distro=debian", "--release=13", "--yes"));
        golden("missing-json", hearth.run("rebase", "dev", "--release=13", "--dry-run", "--format=json"));
        golden(
                "skipped-json",
                hearth.run("rebase", "dev", "--release=13", "--skip-missing", "--yes", "--quiet", "--format=json"));
        assertThat(hearth.run("show", "dev").out()).contains("Packages:     gdb\nOn");
    }

    @Test
    void asksAtATerminalWhetherToLeaveOutWhatIsMissing() {
        apt.without("gcc");

        golden("asked", hearth.atTerminal("y\n").run("rebase", "dev", "--release=13", "--quiet"));
    }

    @Test
    void cannotLookIntoAnImageThatIsNotHere() {
        golden("not-here", hearth.run("rebase", "dev", "--image=registry.example.org/dev:2", "--dry-run"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rebase dev                                   | 2 | Nothing says what to make the pet of",
                "rebase dev --release=13 --image=a            | 2 | An image and a distribution or release",
                "rebase dev --from-base --image=a             | 2 | A pet of the base is of no other image",
                "rebase dev --image=a --sysroot=/x            | 2 | A sysroot is only asked for where",
                "rebase dev --release=13 --carry=/proc/1      | 2 | '/proc/1' is not of the pet's own files alone",
                "rebase dev --release=13 --carry=/opt/no      | 3 | The pet 'dev' has no '/opt/no'",
                "rebase gone --release=13                     | 3 | There is no pet named 'gone'"
            })
    void refusesWhatCannotBe(String words, int status, String message) {
        var outcome = hearth.withState().run(words.split(" ", -1));

        assertThat(outcome.err()).contains("Error: " + message);
        assertThat(outcome.status()).isEqualTo(status);
    }

    private static void golden(String name, Outcome outcome) {
        Golden.verify("rebase/" + name + ".txt", outcome.text());
    }
}
