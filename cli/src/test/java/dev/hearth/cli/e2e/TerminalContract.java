package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** A shell in a pet, as a person uses it at a terminal: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class TerminalContract {
    /** Says that it runs once nothing but it gets the keys that are pressed. */
    private static final String LASTING = "sh -c 'echo up; exec sleep 1000'";

    /** Says as well when it goes on. */
    private static final String CONTINUED = "sh -c 'trap \"echo on\" CONT; echo up; while :; do sleep 0.1; done'";

    private final InstalledHearth hearth;
    private String pet = "";

    TerminalContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.create(TestedEngine.image());
    }

    @AfterAll
    void removeThePets() {
        hearth.close();
    }

    @Test
    void isATerminalThatFollowsTheWindowsSize() {
        try (var terminal = terminal()) {
            enter(terminal);

            terminal.ask("echo \"<$HEARTH_PET>\"", "<" + pet + ">");
            terminal.ask("tty >/dev/null; echo \"tty: $?\"", "tty: 0");
            terminal.ask("stty size", "24 80");
            terminal.resize(100, 30);
            terminal.ask("until [ \"$(stty size)\" = '30 100' ]; do sleep 0.1; done; echo \"resized\"", "resized");
        }
    }

    @Test
    void keepsTheEnginesClientAndOneShellWhileItIsOpen() throws IOException {
        var sh = Path.of("/bin/sh").toRealPath().getFileName().toString();
        try (var terminal = terminal()) {
            enter(terminal);

            assertThat(terminal.running())
                    .containsExactlyInAnyOrder(sh, hearth.clientWords().getFirst());
        }
    }

    @Test
    void interruptsAndSuspendsWhatRunsInsideAndNotTheShell() {
        try (var terminal = terminal()) {
            enter(terminal);
            terminal.clear();
            terminal.type(LASTING);
            terminal.see("\nup\n");

            terminal.press("C-z");
            terminal.see("Stopped");
            terminal.ask("fg", LASTING);
            terminal.press("C-c");

            terminal.see("^C\n(" + pet + ") ");
            terminal.ask("echo \"ended: $?\"", "ended: 130");
        }
    }

    @Test
    void stopsACommandWithItsKeyAndGoesOnWithIt() {
        try (var terminal = terminal()) {
            terminal.type(run(CONTINUED));
            terminal.see("\nup\n");

            terminal.press("C-z");
            terminal.see("Stopped");
            terminal.ask("echo \"<$((6 * 7))>\"", "<42>");
            terminal.ask("stty -a | grep -o '[-]*icanon'", "icanon");
            terminal.clear();
            terminal.type("fg");
            // The engine's client may have been stopped before it showed the key.
            terminal.see("on\n");
            terminal.press("C-c");

            terminal.see("^C" + Terminal.PROMPT.strip());
            terminal.ask("echo \"ended: $?\"", "ended: 130");
            terminal.ask("jobs; echo none", Terminal.PROMPT + "jobs; echo none\nnone");
        }
    }

    @Test
    void tellsACommandOfTheSizeThatItsWindowGotMeanwhile() {
        try (var terminal = terminal()) {
            terminal.type(run("sh -c 'echo up; while read -r _; do stty size; done'"));
            terminal.see("\nup\n");
            terminal.press("C-z");
            terminal.see("Stopped");

            terminal.resize(100, 30);
            terminal.type("fg");

            terminal.pressUntil("Enter", "\n30 100\n");
            terminal.press("C-d");
            terminal.see("\n" + Terminal.PROMPT.strip());
        }
    }

    @Test
    void stopsACommandInTheBackgroundAndEndsItThere() {
        try (var terminal = terminal()) {
            terminal.type(run(LASTING));
            terminal.see("\nup\n");
            terminal.press("C-z");
            terminal.see("Stopped");
            terminal.clear();

            terminal.type("bg");
            terminal.pressUntil("Enter", "Stopped");
            terminal.clear();
            terminal.type("kill %1");

            terminal.pressUntil("Enter", "Exit 143");
        }
    }

    @Test
    void goesOnWithACommandThatNobodyCouldContinue() {
        try (var terminal = terminal()) {
            terminal.type("set +m");
            terminal.type(run("sh -c 'echo up; read -r line; echo \"<$line>\"'"));
            terminal.see("\nup\n");

            terminal.press("C-z");
            terminal.type("hello");

            terminal.see("\n<hello>\n" + Terminal.PROMPT.strip());
        }
    }

    @Test
    void endsACommandWithTheStatusAndTheMessagesItHasWithoutATerminal() {
        try (var terminal = terminal()) {
            terminal.ask(run("no-such-command") + "; echo \"$?\"", "command not found in " + pet + "\n127");
            terminal.ask(run("/etc") + "; echo \"$?\"", "/etc: is a directory\n126");
            terminal.ask(run("sh -c 'kill -s KILL $$'") + "; echo \"<$?>\"", "$?>\"\n<137>");
            terminal.ask(run("sh -c 'sleep 1000 & exit 148'") + "; echo \"<$?>\"", "$?>\"\n<148>");
        }
    }

    @Test
    void recallsTheLastLineWithTheFirstControlP() {
        try (var terminal = terminal()) {
            enter(terminal);
            terminal.ask("echo \"<$((6 * 7))>\"", "<42>");
            terminal.clear();

            terminal.press("C-p");

            terminal.see("echo \"<$((6 * 7))>\"");
        }
    }

    @Test
    void leavesTheTerminalAsItWasWithTheShellsStatus() {
        try (var terminal = terminal()) {
            terminal.type("stty -g >modes");
            enter(terminal);
            terminal.clear();

            terminal.type("exit 7");

            terminal.see(Terminal.PROMPT.strip());
            terminal.ask("echo \"status: $?\"", "status: 7");
            terminal.ask("stty -g | cmp - modes; echo \"differs: $?\"", "differs: 0");
        }
    }

    private Terminal terminal() {
        return Terminal.of(hearth.person(), hearth.directory());
    }

    private String run(String command) {
        return String.join(" ", hearth.launcher()) + " run -c " + pet + " " + command;
    }

    private void enter(Terminal terminal) {
        terminal.type(String.join(" ", hearth.launcher()) + " enter " + pet);
        terminal.see("\n(" + pet + ") ");
        // The home, and with it the history, is the person's.
        terminal.type("unset HISTFILE");
    }
}
