package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void startAfresh() {
        hearth = new HearthFixture(directory).withLauncher();
    }

    @Test
    void leavesTheTerminalToTheLauncher() {
        hearth.run("create", "dev");

        var outcome = hearth.atTerminal("").run("enter", "dev");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(words()).contains("--tty", "--user", hearth.uid() + ":1000");
        assertThat(lines()).contains("tail 0", "mark dev docker " + hearth.uid());
    }

    @Test
    void leavesTheCommandsWordsWhereTheyAre() {
        hearth.run("create", "dev");

        var outcome = hearth.run("-y", "run", "-c", "dev", "--", "printf", "--format=json", "-c", "x y");

        assertThat(outcome.status()).isZero();
        assertThat(words()).doesNotContain("printf", "--tty");
        assertThat(lines()).contains("tail 4");
    }

    @Test
    void takesEverythingFromTheFirstWordOnForTheCommand() {
        hearth.run("create", "dev");

        assertThat(hearth.run("run", "@file", "--help", "-c", "web", "list").status())
                .isZero();
        assertThat(lines()).contains("tail 5");
    }

    @Test
    void makesAPetWhenThereIsNone() {
        var outcome = hearth.run("--yes", "enter");

        assertThat(outcome.err()).isEqualTo("Creating the pet 'debian-12'\n");
        assertThat(outcome.status()).isZero();
        assertThat(lines()).contains("tail 0");
    }

    @Test
    void asksBeforeItMakesAPet() {
        var outcome = hearth.atTerminal("n\n").run("--color=never", "enter");

        assertThat(outcome.err())
                .isEqualTo("There is no pet yet. Make 'debian-12' now? [y/N] Error: Nothing was done\n");
        assertThat(outcome.status()).isEqualTo(130);
        assertThat(hearth.engine().containers()).isEmpty();
    }

    @Test
    void makesThePetThatTheDirectoryNames() throws IOException {
        hearth.withState().allowed(".hearth", "lab\n");

        assertThat(hearth.run("--yes", "run", "true").status()).isZero();

        assertThat(hearth.engine().container("lab").request().image()).isNotEmpty();
    }

    @Test
    void makesThePetThatTheConfigurationNames() throws IOException {
        Files.createDirectories(hearth.config());
        Files.writeString(hearth.config().resolve("config.yaml"), "default: lab\n");

        assertThat(hearth.run("--yes", "run", "true").status()).isZero();

        assertThat(hearth.engine().container("lab").request().image()).isNotEmpty();
    }

    @Test
    void saysWhichFileNamesAPetThatIsNotThere() throws IOException {
        var file = hearth.withState().allowed(".hearth", "lab\n");

        var asked = hearth.run("enter");

        assertThat(asked.err()).startsWith("""
                        Error: There is no pet named 'lab', as '%s' names it
                        Hint: Make it with `hearth create lab`, or correct the file.
                        """.formatted(file));
        assertThat(asked.status()).isEqualTo(125);
        assertThat(hearth.atTerminal("n\n").run("--color=never", "enter").err())
                .startsWith("There is no pet named 'lab', as '%s' names it. Make 'lab' now? [y/N] ".formatted(file));
    }

    @Test
    void makesThePetThatTheDirectoryNamesBesideOneOfASimilarName() throws IOException {
        hearth.run("create", "web-1");
        hearth.withState().allowed(".hearth", "web-2\n");

        assertThat(hearth.run("--yes", "run", "true").status()).isZero();

        assertThat(hearth.engine().container("web-2").request().image()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yes enter", "--yes run true"})
    void makesNoPetInPlaceOfADefaultThatIsLost(String line) {
        loseTheDefault();

        var outcome = hearth.run(line.split(" ", -1));

        assertThat(outcome.err())
                .startsWith(
                        "Error: There is no pet named 'dev', which is the default pet (set with `hearth default`)\n");
        assertThat(outcome.status()).isEqualTo(125);
        assertThat(hearth.engine().containers()).isEmpty();
    }

    private void loseTheDefault() {
        hearth.withState().run("create", "dev");
        hearth.run("default", "dev");
        hearth.engine().remove(hearth.engine().container("dev").id());
    }

    @Test
    void makesANamedPetAsItsOptionsSay() {
        assertThat(hearth.run("--yes", "enter", "lab", "--hostname=lab.example").status())
                .isZero();

        assertThat(hearth.engine().container("lab").request().hostname()).isEqualTo("lab.example");
    }

    @Test
    void doesNotMakeAPetForAMistypedName() {
        hearth.run("create", "dev");

        var outcome = hearth.run("--yes", "enter", "dve");

        assertThat(outcome.err()).isEqualTo("Error: There is no pet named 'dve'\nHint: Did you mean 'dev'?\n");
        assertThat(outcome.status()).isEqualTo(125);
    }

    @Test
    void doesNotAskWhereNobodyCanAnswer() {
        var outcome = hearth.run("enter", "dev");

        assertThat(outcome.err())
                .isEqualTo("Error: There is no pet named 'dev'\nHint: `hearth list` shows those there are.\n");
        assertThat(outcome.status()).isEqualTo(125);
        assertThat(hearth.handover()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --bogus x", "enter a b", "enter 7up", "ephemeral --memory=x"})
    void endsItsOwnTroubleWithAStatusOfItsOwn(String line) {
        assertThat(hearth.run(line.split(" ", -1)).status()).isEqualTo(125);
    }

    @Test
    void waitsForTheSessionWhereThereIsNoLauncher() {
        var alone = new HearthFixture(directory.resolve("alone"));
        alone.run("create", "dev");
        alone.ports().scripted().answerAny(42);

        assertThat(alone.run("run", "-c", "dev", "sh", "-c", "exit 42").status())
                .isEqualTo(42);

        assertThat(alone.ports().scripted().ran().getLast().argv()).endsWith("sh", "-c", "exit 42");
    }

    @Test
    void makesAPetForOneSession() {
        var outcome = hearth.run("--engine=docker", "ephemeral", "--package=gcc", "gcc", "--version");

        assertThat(outcome.status()).isZero();
        assertThat(lines())
                .contains("tail 2", "export HEARTH_ENGINE docker")
                .anyMatch(line -> line.startsWith("discard ephemeral-"));
    }

    @Test
    void removesAPetForOneSessionItselfWhereThereIsNoLauncher() {
        var alone = new HearthFixture(directory.resolve("alone"));
        alone.ports().scripted().answerAny(3);

        assertThat(alone.run("enter", "--rm").status()).isEqualTo(3);

        assertThat(alone.engine().containers()).isEmpty();
    }

    private List<String> lines() {
        return hearth.handover().lines().toList();
    }

    private List<String> words() {
        return lines().stream()
                .filter(line -> line.startsWith("word "))
                .map(line -> line.substring("word ".length()))
                .toList();
    }
}
