package dev.hearth.ide.terminal;

import static dev.hearth.ide.IdeFixtures.CALL;
import static dev.hearth.ide.IdeFixtures.LAB;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import dev.hearth.ide.Step;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What hearth writes for a terminal, read by the terminal itself. */
@Timeout(value = 2, unit = MINUTES)
class TerminalParsersIT {
    private static final PetName ODD = new PetName("a.b_c-1");
    private static final String LAUNCHER = CALL.launcher().toString();
    private static final Environment NOTHING = new Environment(Map.of());
    private static final HostProcesses PROCESSES = new HostProcesses(new Environment(System.getenv()), Trace.SILENT);

    @TempDir
    private Path home;

    private KnownTerminals terminals;
    private TerminalPlaces places;

    @BeforeEach
    void makeTerminals() {
        places = new TerminalPlaces(home, home.resolve(".config"), home.resolve(".local/share"));
        terminals = new KnownTerminals(places, home.resolve("state"), NOTHING, PROCESSES);
    }

    @Test
    void isACommandOfTmux() throws IOException {
        Needed.programs("tmux");
        setUp(TerminalName.TMUX);
        // Read twice, there is still one of each.
        var config = places.tmux().toString();
        var words = List.of("-f", config, "-L", "it-" + ProcessHandle.current().pid());
        var tmux = Command.of("tmux").with(words).withEnvironment("TMUX_TMPDIR", home.toString());
        run(tmux.with("new-session", "-d", "-x", "80", "-y", "24", "sleep", "100"));
        try {
            run(tmux.with("source-file", config));

            assertThat(run(tmux.with("show-options", "-s", "command-alias")).lines())
                    .filteredOn(line -> line.contains("hearth-"))
                    .hasSize(2);
            // The launcher is not there, so its window would be gone before anybody looks.
            run(tmux.with("set-option", "-g", "remain-on-exit", "on"));
            run(tmux.with("hearth-" + ODD));
            assertThat(run(tmux.with("list-panes", "-a", "-F", "#{window_name} #{pane_start_command}")))
                    .contains(ODD + " ", "hearth", "--engine docker enter " + ODD);
        } finally {
            run(tmux.with("kill-server"));
        }
    }

    @Test
    void isAConfigurationOfFoot() throws IOException {
        Needed.programs("foot");
        Files.createDirectories(places.config().resolve("foot"));
        Files.writeString(places.config().resolve("foot/foot.ini"), "font=monospace\n");
        setUp(TerminalName.FOOT);

        var file = places.config().resolve("foot/hearth-" + ODD + ".ini");
        assertThat(run(Command.of("foot", "--check-config", "--config", file.toString())))
                .isEmpty();
        assertThat(file).content().contains("include=" + places.config().resolve("foot/foot.ini") + "\n");
    }

    @Test
    void isADomainForLua() {
        Needed.programs("lua5.4");
        setUp(TerminalName.WEZTERM);
        var file = places.config().resolve("wezterm/hearth-" + ODD + ".lua");

        // WezTerm is in no distribution: its one function that is called stands in for it.
        var script = """
                package.preload.wezterm = function()
                  return { exec_domain = function(name, f)
                    print(name, table.concat(f({}).args, '|'), table.concat(f({ args = { 'a b', 'c' } }).args, '|'))
                  end }
                end
                dofile(arg[1])
                """;
        assertThat(run(Command.of("lua5.4", "-", file.toString()).withInput(script)))
                .isEqualTo("hearth-%1$s\t%2$senter|%1$s\t%2$srun|-c|%1$s|--|a b|c\n"
                        .formatted(ODD, "/usr/bin/env|JAVA_HOME=/opt/java|" + LAUNCHER + "|--engine|docker|"));
    }

    /** GNOME Terminal and Ptyxis take what dconf has; that is asked here, in a session of its own. */
    @Test
    void isAProfileInDconf() {
        Needed.programs("dconf", "dbus-run-session");
        var own = new KnownTerminals(places, home.resolve("state"), NOTHING, new InSession(home))
                .of(TerminalName.GNOME_TERMINAL);
        var session = new InSession(home);
        var list = "/org/gnome/terminal/legacy/profiles:/list";
        var _ = session.run(Command.of("dconf", "write", list, "['mine']")).orThrow();

        Step.carryOut(own.setUp(ODD, CALL));
        Step.carryOut(own.setUp(LAB, CALL));
        var ids = session.run(Command.of("dconf", "read", list)).orThrow().out();
        var id = ids.split("'", -1)[3];
        var profile = "/org/gnome/terminal/legacy/profiles:/:" + id + "/";
        assertThat(session.run(Command.of("dconf", "read", profile + "visible-name"))
                        .out())
                .isEqualTo("'hearth-" + ODD + "'\n");
        assertThat(session.run(Command.of("dconf", "read", profile + "custom-command"))
                        .out())
                .contains("'/opt/it'\\\\''s 5%/bin/hearth' --engine docker enter " + ODD);
        Step.carryOut(own.remove(LAB));
        Step.carryOut(own.remove(ODD));

        assertThat(session.run(Command.of("dconf", "dump", "/")).out().strip())
                .isEqualTo("[org/gnome/terminal/legacy/profiles:]\nlist=['mine']");
    }

    /** By the schema that the terminal reads its profiles with: a key or type that it does not know would be its default. */
    @Test
    @Tag("long")
    void isAProfileOfGnomeTerminals() {
        Needed.programs("gnome-terminal", "gsettings", "dconf", "dbus-run-session");
        var session = new InSession(home);
        var own = new KnownTerminals(places, home.resolve("state"), NOTHING, session).of(TerminalName.GNOME_TERMINAL);
        Step.carryOut(own.setUp(ODD, CALL));
        var list = Command.of("gsettings", "get", "org.gnome.Terminal.ProfilesList", "list");
        var ids = session.run(list).orThrow().out().split("'", -1);
        var profile = "org.gnome.Terminal.Legacy.Profile:/org/gnome/terminal/legacy/profiles:/:" + ids[3] + "/";

        assertThat(List.of("visible-name", "use-custom-command", "custom-command", "login-shell"))
                .map(key -> session.run(Command.of("gsettings", "get", profile, key))
                        .orThrow()
                        .out()
                        .strip())
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("'hearth-" + ODD + "'"),
                        used -> assertThat(used).isEqualTo("true"),
                        command -> assertThat(command).contains(" --engine docker enter " + ODD),
                        login -> assertThat(login).isEqualTo("false"));
    }

    @Test
    @Tag("long")
    void isAnActionOfKitty() {
        Needed.programs("kitty");
        setUp(TerminalName.KITTY);

        var script = """
                from kitty.config import load_config
                bad = []
                options = load_config('%s', accumulate_bad_lines=bad)
                actions = options.alias_map.resolve_aliases('hearth-%s', 'map')
                print(bad, [(action.func, action.args[-4:]) for action in actions])
                """.formatted(places.config().resolve("kitty/kitty.conf"), ODD);
        assertThat(run(Command.of("kitty", "+runpy", script)))
                .isEqualTo("[] [('launch', ('--engine', 'docker', 'enter', '%s'))]\n".formatted(ODD));
    }

    @Test
    @Tag("long")
    void isAProfileOfKonsole() {
        Needed.programs("konsole");
        setUp(TerminalName.KONSOLE);

        var command = Command.of("konsole", "--list-profiles")
                .withEnvironment("HOME", home.toString())
                .withEnvironment("XDG_DATA_HOME", places.data().toString())
                .withEnvironment("XDG_RUNTIME_DIR", home.toString())
                .withEnvironment("QT_QPA_PLATFORM", "offscreen");
        assertThat(run(command).lines()).contains("hearth-" + ODD, "hearth-" + LAB);
    }

    private void setUp(TerminalName name) {
        Step.carryOut(terminals.of(name).setUp(LAB, CALL));
        Step.carryOut(terminals.of(name).setUp(ODD, CALL));
    }

    private static String run(Command command) {
        Finished finished = PROCESSES.run(command);
        return finished.orThrow().out();
    }
}
