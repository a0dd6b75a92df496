package dev.hearth.ide.terminal;

import static dev.hearth.ide.IdeFixtures.CALL;
import static dev.hearth.ide.IdeFixtures.DEV;
import static dev.hearth.ide.IdeFixtures.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.ide.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownTerminalsTest {
    private static final String GNOME_DEFAULT = "'b1dcc9dd-5262-4d8d-a863-c897e6d979b9'";
    private static final String PROFILES = "/org/gnome/terminal/legacy/profiles:/";
    private static final String LIST = PROFILES + "list";

    @TempDir
    private Path home;

    private final ScriptedProcesses processes = new ScriptedProcesses();

    @ParameterizedTest
    @EnumSource(names = {"FOOT", "KITTY", "KONSOLE", "TMUX", "WEZTERM"})
    void tellsATerminalAndTakesItBack(TerminalName name) throws Exception {
        var tool = terminals(Map.of()).of(name);

        Step.carryOut(tool.setUp(DEV, CALL));
        assertThat(tool.knows(DEV)).isTrue();
        assertThat(tool.use(DEV)).contains("hearth-dev");
        assertThat(tool.setUp(DEV, CALL)).isEmpty();
        Step.carryOut(tool.rename(DEV, LAB, CALL));
        assertThat(tool.knows(LAB)).isTrue();
        Step.carryOut(tool.remove(LAB));

        try (var left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void addsAProfileBehindThoseThatThereAre() {
        var tool = terminals(Map.of()).of(TerminalName.GNOME_TERMINAL);
        processes.answerAny(0);

        Step.carryOut(tool.setUp(DEV, CALL));

        assertThat(processes.ran())
                .extracting(command -> String.join(" ", command.argv()).replaceAll("[0-9a-f-]{36}", "ID"))
                .containsExactly(
                        "dconf read " + LIST,
                        "dconf load " + PROFILES + ":ID/",
                        "dconf write " + LIST + " ['ID', 'ID']");
        assertThat(processes.ran().getLast().argv().getLast()).startsWith("[" + GNOME_DEFAULT + ", '");
        assertThat(processes.ran().get(1).input())
                .startsWith("[/]\ncustom-command='/usr/bin/env JAVA_HOME=/opt/java ")
                .endsWith(" --engine docker enter dev'\nuse-custom-command=true\nvisible-name='hearth-dev'\n");
        assertThat(tool.knows(DEV)).isTrue();
    }

    @Test
    void takesAProfileOutFromBetweenOthers() {
        var tool = terminals(Map.of()).of(TerminalName.GNOME_TERMINAL);
        processes.answerAny(0);
        Step.carryOut(tool.setUp(DEV, CALL));
        var list = processes.ran().getLast().argv().getLast();
        var id = list.substring(list.lastIndexOf(" '") + 2, list.length() - 2);

        processes.answer("['mine', '%s', 'other']\n".formatted(id), "dconf", "read", LIST);
        Step.carryOut(tool.remove(DEV));

        assertThat(processes.ran())
                .extracting(Command::argv)
                .contains(
                        List.of("dconf", "write", LIST, "['mine', 'other']"),
                        List.of("dconf", "reset", "-f", PROFILES + ":" + id + "/"));
        assertThat(tool.knows(DEV)).isFalse();
    }

    @Test
    void doesNotMakeAPetTheDefaultProfile() {
        var tool = terminals(Map.of()).of(TerminalName.PTYXIS);
        processes.answerAny(0);

        assertThatThrownBy(() -> Step.carryOut(tool.setUp(DEV, CALL))).isInstanceOf(NoProfileYet.class);
    }

    @Test
    void writesAFragmentForWindows() {
        var windows = "C:\\Users\\ada\\AppData\\Local";
        processes
                .answer(windows + "\r\n", "cmd.exe", "/d", "/c", "echo %LOCALAPPDATA%")
                .answer(home + "\n", "wslpath", "-u", windows);

        Step.carryOut(terminals(Map.of("WSL_DISTRO_NAME", "Debian"))
                .of(TerminalName.WINDOWS_TERMINAL)
                .setUp(DEV, CALL));

        assertThat(home.resolve("Microsoft/Windows Terminal/Fragments/hearth/dev.json"))
                .content()
                .startsWith("// X-Hearth-Pet=dev\n")
                .contains("wsl.exe -d Debian --exec", "enter dev\"", "\"name\"", "\"hearth-dev\"");
    }

    @Test
    void knowsWhenThereIsNoWindows() {
        var tool = terminals(Map.of()).of(TerminalName.WINDOWS_TERMINAL);

        assertThat(tool.known()).isEmpty();
        assertThatThrownBy(() -> tool.setUp(DEV, CALL)).isInstanceOf(NoWindows.class);
    }

    @ParameterizedTest
    @CsvSource({
        "KITTY_WINDOW_ID, 1, KITTY",
        "KONSOLE_VERSION, 220400, KONSOLE",
        "PTYXIS_VERSION, 47, PTYXIS",
        "GNOME_TERMINAL_SCREEN, /org, GNOME_TERMINAL",
        "WT_SESSION, x, WINDOWS_TERMINAL",
        "TERM, foot-extra, FOOT",
        "TMUX, '/tmp/x,1,0', TMUX"
    })
    void tellsWhichTerminalThisIs(String variable, String value, TerminalName name) {
        assertThat(TerminalName.of(new Environment(Map.of(variable, value)))).isEqualTo(name);
    }

    @Test
    void saysWhichTerminalsThereAre() {
        assertThatThrownBy(() -> TerminalName.of(new Environment(Map.of("TERM", "xterm"))))
                .isInstanceOfSatisfying(
                        UnknownTerminal.class,
                        unknown -> assertThat(unknown.hint())
                                .hasValue("Name it with `--for`: " + String.join(", ", TerminalName.words()) + "."));
        assertThatThrownBy(() -> TerminalName.parse("xterm"))
                .hasMessage("There is no terminal 'xterm' that hearth knows");
    }

    private KnownTerminals terminals(Map<String, String> variables) {
        var places = new TerminalPlaces(home, home.resolve("config"), home.resolve("data"));
        return new KnownTerminals(places, home.resolve("state"), new Environment(variables), processes);
    }
}
