package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.engine.FakeProgram;
import dev.hearth.homes.FakeWrittenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;
    private FakeWrittenFiles written;

    @BeforeEach
    void makeAPet() throws IOException {
        hearth = new HearthFixture(directory);
        Files.writeString(directory.resolve("notes"), "mine");
        written = new FakeWrittenFiles(directory);
        hearth.engine()
                .withProgram(
                        "/bin/sh",
                        (container, request, line) -> FakeWrittenFiles.isMeant(request)
                                ? written.run(container, request, line)
                                : request.command().contains("sh") ? 0 : FakeProgram.KEEPS_RUNNING);
        hearth.run("create", "try", "--home=overlay");
        written.writes("new", "text").writes("tool", "1").removes("notes");
    }

    @Test
    void showsWhatThePetWrote() {
        golden("diff", hearth.run("home", "diff", "try"));
        golden("diff-json", hearth.run("home", "diff", "try", "tool", "--format=json"));
    }

    @Test
    void showsWhatItIs() {
        assertThat(hearth.run("show", "try").out()).contains("Home:", "overlay");
        assertThat(hearth.run("list", "--format=json").status()).isZero();
    }

    @Test
    void asksBeforeItMerges() {
        hearth.run("stop", "try");
        hearth.atTerminal("n\n");

        golden("merge-declined", hearth.run("home", "merge", "try"));
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void mergesWhatIsNamed() {
        hearth.run("stop", "try");

        golden("merge-dry-run", hearth.run("home", "merge", "try", "new", "--dry-run"));
        assertThat(hearth.run("--yes", "home", "merge", "try", "new").status()).isZero();

        assertThat(directory.resolve("new")).hasContent("text");
        assertThat(directory.resolve("tool")).doesNotExist();
        assertThat(hearth.run("home", "diff", "try").out()).doesNotContain("new");
    }

    @Test
    void discardsWhatIsNamed() {
        hearth.run("stop", "try");

        assertThat(hearth.run("--yes", "home", "discard", "try", "notes", "tool")
                        .status())
                .isZero();

        golden("discarded", hearth.run("home", "diff", "try"));
    }

    @Test
    void removesAPetWithItsChangesOnlyWhenToldSo() {
        golden("rm", hearth.run("rm", "--force", "try"));
        hearth.atTerminal("n\n");
        golden("rm-declined", hearth.run("rm", "--force", "try"));
        assertThat(hearth.engine().containers()).hasSize(1);

        assertThat(hearth.run("--yes", "rm", "--force", "try").status()).isZero();
        assertThat(hearth.engine().containers()).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        golden("running", hearth.run("home", "merge", "try"));
        golden("both-winners", hearth.run("home", "merge", "try", "--keep-home", "--take-pet"));
        golden("nothing-there", hearth.run("home", "diff", "try", "no/such"));
        hearth.run("create", "plain");
        golden("shared", hearth.run("home", "diff", "plain"));
    }

    private void golden(String name, Outcome outcome) {
        Golden.verify("home/" + name + ".txt", outcome.text());
    }
}
