package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineUnreachable;
import dev.hearth.os.host.PlainHost;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people choose from and look at, as far as it takes no terminal. */
class ScreenCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeTwoPets() {
        hearth = new HearthFixture(directory).withLauncher();
        hearth.ports().keepNone(new PlainHost());
        hearth.run("create", "dev", "--image=localhost/hearth/debian:12");
        hearth.run("create", "web", "--image=localhost/hearth/debian:12");
    }

    @Test
    void namesThePetsWhereNobodyCanChoose() {
        var outcome = hearth.run("enter");

        assertThat(outcome.status()).isEqualTo(125);
        assertThat(outcome.err()).contains("There are several pets, and none is the default: dev, web");
    }

    @Test
    void asksForANumberOnATerminalThatCannotBeDrawnOn() {
        var outcome = hearth.atTerminal("7\n2\n").withVariable("TERM", "dumb").run("enter");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .isEqualTo("  1  dev  localhost/hearth/debian:12\n  2  web  localhost/hearth/debian:12\n"
                        + "Which pet? [1-2] Which pet? [1-2] ");
        assertThat(hearth.handover()).contains("mark web docker");
    }

    @Test
    void takesAName() {
        var outcome = hearth.atTerminal("dev\n").withVariable("TERM", "dumb").run("show");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Name:").contains("dev");
    }

    @Test
    void endsAsCancelledWhenNothingIsChosen() {
        var outcome = hearth.atTerminal("\n").withVariable("TERM", "dumb").run("--color=never", "enter");

        assertThat(outcome.err()).endsWith("Error: No pet was chosen\n");
        assertThat(outcome.status()).isEqualTo(130);
    }

    @Test
    void asksNothingOfWhoWantsNoQuestions() {
        var outcome = hearth.atTerminal("1\n").withVariable("TERM", "dumb").run("--yes", "enter");

        assertThat(outcome.status()).isEqualTo(125);
    }

    @Test
    void opensNoPromptWithoutATerminal() {
        Golden.verify("shell/no-terminal.txt", hearth.run("shell").text());
        assertThat(hearth.atTerminal("")
                        .withVariable("HEARTH_WITHIN", "shell")
                        .run("shell")
                        .err())
                .contains("This is `hearth shell` already");
    }

    @Test
    void readsPlainLinesWhereTheyCannotBeEdited() {
        hearth.ports()
                .scripted()
                .answer("", "env", "--default-signal=INT,QUIT", "/opt/hearth/bin/hearth", "--color=never", "list");

        var outcome = hearth.atTerminal("hearth list\n\nlist 'x\nexit\n")
                .withVariable("TERM", "dumb")
                .run("--color=never", "shell");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("hearth> hearth> hearth> Error: The line ends within quotes\n"
                        + "Hint: A quote that is meant as such needs a backslash before it.\nhearth [2]> ");
    }

    @Test
    void showsNoScreenWithoutATerminal() {
        Golden.verify("top/no-terminal.txt", hearth.run("top").text());
        assertThat(hearth.atTerminal("").withVariable("TERM", "dumb").run("top").status())
                .isEqualTo(2);
        assertThat(hearth.run("top", "--interval=0").err()).contains("One cannot look every 0 seconds");
    }

    @Test
    void printsOneLook() {
        Golden.verify("top/once.txt", hearth.run("top", "--once").text());
        Golden.verify("top/once-json.txt", hearth.run("top", "--format=json").text());
    }

    @Test
    void saysThatNoEngineAnswers() {
        hearth.ports().breakWith(new EngineUnreachable(EngineKind.PODMAN, "/run/gone.sock", "refused"));

        Golden.verify("top/once-no-engine.txt", hearth.run("top", "--once").text());
        assertThat(hearth.atTerminal("").run("top").status()).isEqualTo(5);
    }
}
