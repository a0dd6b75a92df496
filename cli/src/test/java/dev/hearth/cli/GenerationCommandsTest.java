package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationCommandsTest {
    private static final String DPKG = "/var/lib/dpkg/status";

    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory);
        hearth.engine().withFile("localhost/hearth/debian:12", DPKG, installed("tar", "1.34"));
        hearth.run("create", "dev", "--env=EDITOR=vi");
    }

    @Test
    void savesAPet() {
        golden("snapshot/dry-run", hearth.run("snapshot", "--dry-run"));
        golden("snapshot/dry-run-json", hearth.run("snapshot", "dev", "--dry-run", "--format=json"));
        golden("snapshot/done", hearth.run("snapshot", "dev", "--label=good"));
        golden("snapshot/done-json", hearth.run("snapshot", "--pin", "--format=json"));
    }

    @Test
    void showsWhatAPetWas() {
        golden("history/none", hearth.run("history"));
        write("/opt/tool", "1");
        write(DPKG, installed("tar", "1.35") + installed("gcc", "14"));
        hearth.run("snapshot", "--label=with a compiler");
        hearth.run("--yes", "edit", "dev", "--env=EDITOR=vim");
        hearth.run("pin", "@1");
        write("/opt/tool", "2");

        golden("history/table", hearth.run("history", "dev"));
        golden("history/history-json", hearth.run("history", "dev", "--format=json"));
    }

    @Test
    void showsWhatDiffers() {
        write("/opt/tool", "1");
        hearth.run("--yes", "edit", "dev", "--env=EDITOR=vim");
        write("/opt/tool", "2");
        write("/opt/new", "2");
        write("/var/log/dpkg.log", "2");
        write(DPKG, installed("tar", "1.35") + installed("gcc", "14"));

        golden("diff/now", hearth.run("diff"));
        golden("diff/files", hearth.run("diff", "dev", "@1", "--files"));
        golden("diff/all", hearth.run("diff", "@1", "--all"));
        golden("diff/diff-json", hearth.run("diff", "dev", "--format=json"));
        hearth.run("snapshot");
        golden("diff/generations", hearth.run("diff", "@2", "@1"));
    }

    @Test
    void returnsToWhatAPetWas() {
        write("/opt/tool", "1");
        hearth.run("--yes", "edit", "dev", "--env=EDITOR=vim");

        golden("rollback/dry-run", hearth.run("rollback", "--dry-run"));
        golden("rollback/dry-run-json", hearth.run("rollback", "dev", "@1", "--dry-run", "--format=json"));
        golden("rollback/done", hearth.run("--yes", "rollback", "dev"));
        assertThat(hearth.run("show", "dev").out()).contains("EDITOR=vi\n");
        hearth.atTerminal("n\n");
        golden("rollback/declined", hearth.run("rollback", "@2"));
    }

    @Test
    void removesWhatNeedNotBeKept() {
        for (var label : new String[] {"one", "two", "three"}) {
            hearth.run("snapshot", "--label=" + label);
        }
        hearth.run("pin", "dev", "@1");

        golden("prune/nothing", hearth.run("prune"));
        golden("prune/dry-run", hearth.run("prune", "--keep=1", "--keep-days=0", "--dry-run"));
        golden("prune/dry-run-json", hearth.run("prune", "--keep=1", "--keep-days=0", "--dry-run", "--format=json"));
        golden("prune/unasked", hearth.run("prune", "--keep=1", "--keep-days=0"));
        golden("prune/done", hearth.run("--yes", "prune", "--all", "--keep=1", "--keep-days=0"));
        golden("prune/unpinned", hearth.run("unpin", "@1"));
        assertThat(hearth.run("history").out()).contains("@1", "@3").doesNotContain("@2", "pinned");
    }

    @Test
    void saysWhatGoesWithAPet() {
        hearth.run("stop", "dev");
        hearth.run("snapshot");
        hearth.run("snapshot");

        golden("rm/generations", hearth.run("rm", "dev", "--dry-run"));
        golden("rm/unasked", hearth.run("rm", "dev"));
        golden("rm/forced-with-generations", hearth.run("rm", "--force", "dev"));
        assertThat(hearth.engine().imageStore().images()).hasSize(1);
    }

    @Test
    void offersGenerationsAsNoImages() {
        hearth.run("snapshot");

        assertThat(hearth.run("image", "list").out()).doesNotContain("generation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rollback              | 3 | The pet 'dev' has no generations yet",
                "rollback @x           | 2 | '@x' is no generation",
                "rollback dev lab      | 2 | 'lab' is no generation",
                "rollback gone @1      | 3 | There is no pet named 'gone'",
                "diff @1 @2            | 3 | The pet 'dev' has no generation @1",
                "pin                   | 3 | The pet 'dev' has no generations yet",
                "unpin @4              | 3 | The pet 'dev' has no generation @4",
                "prune --keep=0        | 2 | A pet keeps at least its newest generation, and each for 0 days or more",
                "prune --keep-days=-1  | 2 | A pet keeps at least its newest generation, and each for 0 days or more",
                "prune dev --all       | 2 | A pet and `--all` exclude each other"
            })
    void refusesWhatCannotBe(String words, int status, String message) {
        var outcome = hearth.run(words.split(" ", -1));

        assertThat(outcome.err()).startsWith("Error: " + message + "\n");
        assertThat(outcome.status()).isEqualTo(status);
    }

    @Test
    void refusesALabelThatIsNoLine() {
        var outcome = hearth.run("snapshot", "--label=a\nb");

        assertThat(outcome.err())
                .startsWith("Error: A label is one line of up to 200 characters that can be printed\n");
        assertThat(outcome.status()).isEqualTo(2);
    }

    private void write(String path, String text) {
        hearth.engine().container("dev").content().write(path, text);
    }

    private static String installed(String name, String version) {
        return "Package: %s\nStatus: install ok installed\nVersion: %s\n\n".formatted(name, version);
    }

    private void golden(String name, Outcome outcome) {
        // Whoever runs the tests is the owner of the pet.
        Golden.verify(name + ".txt", outcome.text().replace("user " + hearth.uid() + ":", "user UID:"));
    }
}
