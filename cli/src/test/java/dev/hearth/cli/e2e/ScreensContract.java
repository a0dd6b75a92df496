package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Choosing a pet, the prompt and the live screen, as a person uses them at a terminal: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class ScreensContract {
    private static final String QUESTION = "Which pet?";
    private static final String KEYS = "Enter opens";

    private final InstalledHearth hearth;
    private String one = "";
    private String other = "";

    ScreensContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createTwoPets() {
        var first = hearth.create(TestedEngine.image());
        var second = hearth.create(TestedEngine.image());
        one = first.compareTo(second) < 0 ? first : second;
        other = first.compareTo(second) < 0 ? second : first;
    }

    @AfterAll
    void removeThePets() {
        hearth.close();
    }

    @Test
    void asksWhichPetAndEntersIt() {
        try (var terminal = terminal()) {
            keepModes(terminal);
            terminal.type(hearth("enter"));
            terminal.see(QUESTION);
            terminal.press("Down");
            terminal.see("> " + other);

            terminal.press("Enter");

            terminal.see("(" + other + ") ");
            terminal.type("unset HISTFILE; exit 7");
            terminal.awaitPrompt();
            terminal.ask("echo \"status: $?\"", "status: 7");
            seeKeptModes(terminal);
        }
    }

    @Test
    void looksTheSameOnEveryTerminalOfASize() {
        try (var terminal = terminal()) {
            startBoth();
            terminal.type(hearth("show"));
            terminal.see("Created   ");
            golden(terminal, "picker-80x24");

            terminal.resize(200, 50);

            // The keys stand on the last line.
            Eventually.see(
                    "a screen as large as the window",
                    terminal::lines,
                    screen -> screen.lines().skip(49).anyMatch(line -> line.startsWith("Enter chooses")));
            golden(terminal, "picker-200x50");
            terminal.press("C-c");
            terminal.see("Error: No pet was chosen");
            terminal.ask("echo \"status: $?\"", "status: 130");
        }
    }

    @Test
    void filtersByWhatIsTypedAndPasted() {
        try (var terminal = terminal()) {
            terminal.type(hearth("show"));
            terminal.see("2 of 2");
            terminal.write("no such pet");
            terminal.see("0 of 2");
            terminal.press("Enter");
            terminal.press("F5");
            terminal.press("C-u");
            terminal.see("2 of 2");

            terminal.paste(other + "\n");

            terminal.see("1 of 2");
            terminal.see("Filter: " + other);
            terminal.press("Enter");
            terminal.see("Name:");
            terminal.see(other);
        }
    }

    @Test
    void hasNoColoursWhereNoneAreWanted() {
        try (var terminal = terminal()) {
            terminal.type("NO_COLOR=1 " + hearth("enter"));
            terminal.see(QUESTION);
            Eventually.see("the keys", terminal::lines, screen -> screen.contains("Enter chooses"));

            assertThat(terminal.dressed()).doesNotContain("\u001b[3", "\u001b[7m", "\u001b[1m");

            terminal.press("Escape");
            terminal.see("No pet was chosen");
            terminal.clear();
            terminal.type(hearth("enter"));
            Eventually.see("colours", terminal::dressed, screen -> screen.contains("\u001b[7m" + one));
            terminal.press("Escape");
            terminal.see("No pet was chosen");
        }
    }

    @Test
    void asksAPlainQuestionWhereItCannotDraw() {
        try (var terminal = terminal()) {
            terminal.type("TERM=dumb " + hearth("run", "sh", "-c", "'echo \"in $HEARTH_PET\"'"));
            terminal.see("Which pet? [1-2]");

            terminal.type("2");

            terminal.see("\nin " + other + "\n");
        }
    }

    @Test
    void asksNothingWithoutATerminal() {
        assertThat(hearth.hearth("enter").err()).contains("There are several pets, and none is the default");
        assertThat(hearth.hearth("shell").err()).contains("`hearth shell` needs a terminal");
        assertThat(hearth.hearth("top").err()).contains("`hearth top` needs a terminal");
    }

    @Test
    void completesAndKeepsLinesAtThePrompt() throws IOException {
        try (var terminal = terminal()) {
            openPrompt(terminal);
            terminal.write("hist");
            terminal.press("Tab");
            terminal.see("hearth> history");
            terminal.write(one.substring(0, one.length() - 2));
            terminal.press("Tab");
            terminal.see("hearth> history " + one);
            terminal.press("Enter");
            terminal.see("hearth> history " + one + "\n");
            terminal.type(" show " + one);
            terminal.see("Container:");
            Eventually.see(
                    "the prompt again",
                    terminal::lines,
                    screen -> screen.strip().endsWith("hearth>"));
            terminal.press("C-d");
            terminal.awaitPrompt();
            terminal.clear();

            openPrompt(terminal);
            terminal.press("Up");

            terminal.see("hearth> history " + one);
            terminal.press("C-c");
            terminal.press("C-d");
        }
        var history = hearth.person().home().resolve(".local/state/hearth/shell-history");
        assertThat(Files.readString(history)).contains("history " + one).doesNotContain("show " + one);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void goesOnAfterFailuresAndKeysThatInterrupt() {
        try (var terminal = terminal()) {
            keepModes(terminal);
            openPrompt(terminal);
            terminal.write("show it-is-not-there");
            terminal.press("C-c");
            terminal.type("show it-is-not-there");
            terminal.see("Error: There is no pet named 'it-is-not-there'");
            terminal.see("hearth [3]>");
            terminal.type("shell");
            terminal.see("This is `hearth shell` already");
            terminal.type("run -c " + one + " sh -c 'echo up; exec sleep 1000'");
            terminal.see("\nup\n");
            terminal.press("C-c");
            terminal.see("hearth [130]>");

            terminal.type("exit");

            terminal.awaitPrompt();
            terminal.ask("echo \"status: $?\"", "status: 130");
            seeKeptModes(terminal);
        }
    }

    @Test
    void comesBackToThePromptFromAPet() {
        try (var terminal = terminal()) {
            openPrompt(terminal);
            terminal.type("enter " + one);
            terminal.see("(" + one + ") ");
            terminal.type("unset HISTFILE; stty -a | grep -o '[-]*isig'; exit 4");

            terminal.see("isig");
            terminal.see("hearth [4]>");
            terminal.type("run -c " + other + " echo \"it is quoted\"");
            terminal.see("\nit is quoted\nhearth>");
            terminal.press("C-d");
        }
    }

    @Test
    void showsPetsLive() {
        try (var terminal = terminal()) {
            startBoth();
            terminal.type(hearth("top", "--interval=1"));
            seeDisks(terminal);
            golden(terminal, "top-80x24");

            terminal.resize(200, 50);

            seeAtTheBottom(terminal, KEYS);
            golden(terminal, "top-200x50");
            terminal.press("o");
            terminal.see("by processor");
            terminal.write("/");
            terminal.paste(other + "\n");
            terminal.see("> " + other);
            terminal.press("Enter");
            terminal.see("with '" + other + "'");
            terminal.press("C-c");
            terminal.awaitPrompt();
        }
    }

    @Test
    void entersAPetFromTheLiveScreenAndComesBack() {
        try (var terminal = terminal()) {
            keepModes(terminal);
            terminal.type(hearth("top", "--interval=1"));
            terminal.see("> " + one);
            terminal.press("Down");
            terminal.see("> " + other);

            terminal.press("Enter");

            terminal.see("(" + other + ") ");
            terminal.type("unset HISTFILE; exit");
            terminal.see(KEYS);
            terminal.see("> " + other);
            terminal.press("q");
            terminal.awaitPrompt();
            seeKeptModes(terminal);
        }
    }

    @Test
    void savesAPetAndReturnsToThatAfterItsPlanWasShown() {
        startBoth();
        hearth.run(one, "sudo", "touch", "/opt/before");
        try (var terminal = terminal()) {
            terminal.type(hearth("top", "--interval=1"));
            terminal.see("> " + one);
            terminal.write("n");
            var done = "`hearth snapshot " + one + "` is done";
            // It asks where the pet has to be stopped for it.
            var screen = Eventually.see(
                    "the end of it, or a question",
                    terminal::lines,
                    lines -> lines.contains(done) || lines.contains("[y/N]"));
            if (!screen.contains(done)) {
                terminal.type("y");
            }
            terminal.see(done);
            hearth.run(one, "sudo", "rm", "/opt/before");

            terminal.write("r");
            terminal.see("[y/N]");
            terminal.type("y");

            terminal.see(KEYS);
            terminal.press("q");
            terminal.awaitPrompt();
        }
        hearth.run(one, "test", "-e", "/opt/before");
    }

    @Test
    void stopsAPetAfterAQuestion() throws IOException {
        hearth.run(one, "true");
        try (var terminal = terminal()) {
            terminal.type(hearth("top", "--interval=1"));
            terminal.see("> " + one);
            terminal.write("s");
            terminal.see("Stop '" + one + "'");
            terminal.write("n");
            terminal.see(KEYS);
            assertThat(hearth.state(one)).isEqualTo("running");

            terminal.write("s");
            terminal.see("Stop '" + one + "'");
            terminal.write("y");

            terminal.see("`hearth stop " + one + "` is done");
            assertThat(hearth.state(one)).isEqualTo("stopped");
            terminal.press("C-c");
            terminal.awaitPrompt();
        }
    }

    @Test
    void givesTheTerminalBackWhateverEndsIt() {
        try (var terminal = terminal()) {
            keepModes(terminal);
            terminal.type(hearth("top"));
            terminal.see("> " + one);
            terminal.signal("KILL", "java");
            terminal.awaitPrompt();
            seeKeptModes(terminal);
            terminal.type(hearth("top"));
            terminal.see("> " + one);
            terminal.signal("TERM", "java");
            terminal.awaitPrompt();
            seeKeptModes(terminal);
            openPrompt(terminal);
            terminal.signal("KILL", "java");
            terminal.awaitPrompt();
            seeKeptModes(terminal);
            terminal.type(hearth("enter"));
            terminal.see(QUESTION);
            terminal.signal("TERM", "java");
            terminal.awaitPrompt();
            seeKeptModes(terminal);
        }
    }

    private Terminal terminal() {
        return Terminal.of(hearth.person(), hearth.directory());
    }

    private String hearth(String... words) {
        return String.join(" ", hearth.launcher()) + " " + String.join(" ", words);
    }

    private void openPrompt(Terminal terminal) {
        terminal.type(hearth("shell"));
        terminal.see("\nhearth>");
    }

    private static void keepModes(Terminal terminal) {
        terminal.type("stty -a >modes");
    }

    private static void seeKeptModes(Terminal terminal) {
        terminal.clear();
        // The size is the window's.
        terminal.ask("stty -a | tail -n +2 | diff - <(tail -n +2 modes); echo \"differs: $?\"", "differs: 0");
    }

    private void startBoth() {
        hearth.hearth("start", one, other).succeeded();
    }

    private void seeDisks(Terminal terminal) {
        Eventually.see(
                "what both pets have on the disk",
                terminal::lines,
                screen -> screen.lines()
                                .filter(line -> line.matches(".*it-.* running .* [0-9.]+ [kMG]?B  .*"))
                                .count()
                        == 2);
    }

    private static void seeAtTheBottom(Terminal terminal, String words) {
        Eventually.see(
                "'" + words + "' on the last line",
                terminal::lines,
                screen -> screen.lines().skip(49).anyMatch(line -> line.startsWith(words)));
    }

    /** Numbers, and how long ago something was, are not looked at; nor are the blanks that they take the place of. */
    private void golden(Terminal terminal, String name) {
        var screen = terminal.lines()
                .replace(one, "it-00000001")
                .replace(other, "it-00000002")
                .replace(TestedEngine.image(), "localhost/hearth-it/debian:12")
                .replaceAll("[0-9]+ minutes? ago", "just now")
                .replaceAll(" +([0-9.]+ ([kMGT]?B|%)|–)", " #");
        Golden.verify("e2e/" + name + ".txt", screen);
    }
}
