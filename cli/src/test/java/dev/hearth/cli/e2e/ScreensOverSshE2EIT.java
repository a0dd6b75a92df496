package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The screens in a login from elsewhere, by the real OpenSSH on both ends: as a user, with pets on rootless Podman. */
@BesideDocker
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
class ScreensOverSshE2EIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final String THERE = "there> ";

    private final InstalledHearth hearth = InstalledHearth.on(TestedEngine.PODMAN);
    private Process server;
    private int port;
    private String one = "";
    private String other = "";

    @BeforeAll
    void listen() throws IOException {
        Needed.programs("ssh", "ssh-keygen", "sshd");
        var first = hearth.create(TestedEngine.image());
        var second = hearth.create(TestedEngine.image());
        one = first.compareTo(second) < 0 ? first : second;
        other = first.compareTo(second) < 0 ? second : first;
        for (var key : List.of("key", "host_key")) {
            onHost("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key).succeeded();
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var directory = hearth.directory();
        hearth.append("sshd_config", """
                ListenAddress 127.0.0.1:%d
                HostKey %2$s/host_key
                AuthorizedKeysFile %2$s/key.pub
                StrictModes no
                UsePAM no
                PidFile none
                """.formatted(port, directory));
        var words = List.of(
                SERVER.toString(),
                "-D",
                "-e",
                "-f",
                directory.resolve("sshd_config").toString());
        server = programs()
                .start(directory, directory.resolve("sshd.log"), hearth.person().saying(words));
        Eventually.see("the server", () -> hearth.log("sshd.log"), said -> said.contains("Server listening"));
    }

    @AfterAll
    void removeEverything() {
        Programs.end(server);
        hearth.close();
    }

    @Test
    void choosesAPetAndEntersIt() {
        try (var terminal = logIn()) {
            terminal.type(hearth("enter"));
            terminal.see("Which pet?");
            terminal.press("Down");
            terminal.see("> " + other);
            terminal.press("Enter");
            terminal.see("(" + other + ") ");
            terminal.type("unset HISTFILE; exit 7");
            seePrompt(terminal);
            terminal.type("echo \"status: $?\"");
            terminal.see("status: 7\n");
            seeUsualModes(terminal);
        }
    }

    @Test
    void hasAPrompt() {
        try (var terminal = logIn()) {
            terminal.type(hearth("shell"));
            terminal.see("\nhearth>");
            terminal.write("hist");
            terminal.press("Tab");
            terminal.see("hearth> history");
            terminal.press("C-c");
            terminal.type("run -c " + one + " echo \"it is quoted\"");
            terminal.see("\nit is quoted\nhearth>");
            terminal.press("C-d");
            seePrompt(terminal);
            seeUsualModes(terminal);
        }
    }

    @Test
    void showsPetsLiveInAWindowThatChanges() {
        try (var terminal = logIn()) {
            terminal.type(hearth("top", "--interval=1"));
            terminal.see("> " + one);
            terminal.resize(200, 50);
            Eventually.see(
                    "the keys on the last line",
                    terminal::lines,
                    screen -> screen.lines().skip(49).anyMatch(line -> line.startsWith("Enter opens")));
            terminal.press("Down");
            terminal.see("> " + other);
            terminal.press("q");
            seePrompt(terminal);
            seeUsualModes(terminal);
        }
    }

    private Terminal logIn() {
        var terminal = Terminal.of(hearth.person(), hearth.directory());
        var person = hearth.person().environment();
        var shell = "cd %s; exec env HISTFILE= PS1='%s' JAVA_HOME=%s XDG_RUNTIME_DIR=%s bash --norc --noprofile"
                .formatted(hearth.directory(), THERE, person.get("JAVA_HOME"), person.get("XDG_RUNTIME_DIR"));
        terminal.type(
                "ssh -F /dev/null -t -p %d -i key -o StrictHostKeyChecking=no -o UserKnownHostsFile=known 127.0.0.1 \"%s\""
                        .formatted(port, shell));
        terminal.see("\n" + THERE.strip());
        terminal.type("stty -a >modes");
        terminal.clear();
        return terminal;
    }

    private static void seePrompt(Terminal terminal) {
        Eventually.see(
                "the prompt there", terminal::lines, screen -> screen.strip().endsWith(THERE.strip()));
    }

    private static void seeUsualModes(Terminal terminal) {
        // The size is the window's.
        terminal.ask("stty -a | tail -n +2 | diff - <(tail -n +2 modes); echo \"differs: $?\"", "differs: 0");
    }

    private String hearth(String... words) {
        return String.join(" ", hearth.launcher()) + " " + String.join(" ", words);
    }

    private Ended onHost(String... words) {
        return programs().run(SOON, hearth.directory(), hearth.person().saying(List.of(words)));
    }

    private Programs programs() {
        return new Programs(hearth.person().environment());
    }
}
