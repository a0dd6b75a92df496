package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditCommandTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory);
        hearth.run("create", "dev", "--volume=cache:/var/cache", "--env=EDITOR=vi", "--label=team=web");
    }

    @Test
    void showsWhatItWouldDo() {
        var words = new String[] {
            "edit",
            "dev",
            "--volume=/srv",
            "--no-volume=/var/cache",
            "--env=EDITOR=vim",
            "--no-label=team",
            "--unshare=net",
            "--publish=8080:80",
            "--memory=1g",
            "--dry-run"
        };
        golden("plan", hearth.run(words));
        assertThat(hearth.engine().containers()).hasSize(1);

        words[words.length - 1] = "--dry-run --format=json";
        golden("plan-json", hearth.run(String.join(" ", words).split(" ", -1)));
    }

    @Test
    void changesThePetWithoutAQuestionWhenToldYes() {
        golden("yes", hearth.run("--yes", "edit", "dev", "--hostname=web", "--idle-stop=1h"));

        assertThat(hearth.run("show", "dev").out()).contains("Host name:", "web", "after 3600 s");
    }

    @Test
    void asksAtATerminal() {
        hearth.atTerminal("n\n");

        golden("declined", hearth.run("edit", "dev", "--no-env=EDITOR"));
        assertThat(hearth.run("show", "dev").out()).contains("EDITOR=vi");
    }

    @Test
    void cannotAskAProgram() {
        var outcome = hearth.run("edit", "dev", "--no-env=EDITOR");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("cannot be asked: Make the pet 'dev' anew?");
    }

    @Test
    void leavesAPetAloneThatIsSoAlready() {
        var before = hearth.engine().container("dev").id();

        var outcome = hearth.run("edit", "dev", "--env=EDITOR=vi");

        assertThat(outcome.status()).isZero();
        assertThat(hearth.engine().container("dev").id()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--no-volume=/srv    | 3 | The pet has no volume '/srv'",
                "--no-publish=80     | 3 | The pet has no port '80'",
                "--no-device=/dev/x  | 3 | The pet has no device '/dev/x'",
                "--no-label=x        | 3 | The pet has no label 'x'",
                "--publish=80:80     | 2 | The pet shares the host's network, so none of its ports can be published",
                "--init --no-init    | 2 | `--init` and `--no-init` exclude each other",
                "--home=away         | 2 | 'away' names no home"
            })
    void refusesWhatCannotBe(String options, int status, String message) {
        var outcome = hearth.run(("edit dev " + options).split(" ", -1));

        assertThat(outcome.err()).startsWith("Error: " + message + "\n");
        assertThat(outcome.status()).isEqualTo(status);
    }

    private void golden(String name, Outcome outcome) {
        // Whoever runs the tests is the owner of the pet.
        Golden.verify("edit/" + name + ".txt", outcome.text().replace("user " + hearth.uid() + ":", "user UID:"));
    }
}
