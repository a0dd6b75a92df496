package dev.hearth.cli.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Talk;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.Terminals;
import dev.hearth.core.trace.Trace;
import dev.hearth.session.Handover;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscalationTest {
    private static final Terminals TERMINAL = new Terminals(true, true, true, 80);

    private final StringWriter told = new StringWriter();
    private final Map<String, String> variables = new TreeMap<>();

    @TempDir
    Path root;

    private Path launcher;

    @BeforeEach
    void installHearth() throws IOException {
        root = root.toRealPath();
        launcher = file("opt/hearth/bin/hearth");
        file("opt/hearth/lib/hearth.jar");
    }

    @Test
    void runsTheSameCommandBySudoAtATerminal() throws IOException {
        file("usr/bin/sudo");
        file("usr/bin/pkexec");

        assertThat(asRoot(launcher, TERMINAL).orElseThrow().words())
                .startsWith("/usr/bin/env", "-i")
                .endsWith("/usr/bin/sudo", "--", launcher.toString());
        assertThat(asRoot(launcher, TERMINAL).orElseThrow().tail()).isEqualTo(4);
        assertThat(told.toString())
                .contains("This needs root: /usr/bin/sudo -- " + launcher + " os install htop '--reason=a b'");
    }

    @Test
    void leavesTheCallersVariablesBehind() throws IOException {
        file("usr/bin/sudo");
        variables.putAll(Map.of(
                "LANG",
                "C.UTF-8",
                "PATH",
                "/home/ada/bin",
                "JAVA_TOOL_OPTIONS",
                "-javaagent:x",
                "HEARTH_ENGINE",
                "docker",
                "XDG_CONFIG_HOME",
                "/home/ada"));

        assertThat(asRoot(launcher, TERMINAL).orElseThrow().words())
                .containsExactly(
                        "/usr/bin/env",
                        "-i",
                        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "LANG=C.UTF-8",
                        "/usr/bin/sudo",
                        "--",
                        launcher.toString());
    }

    @Test
    void asksInAWindowWhereThereIsNoTerminal() throws IOException {
        file("usr/bin/sudo");
        file("usr/bin/pkexec");
        assertThat(asRoot(launcher, Terminals.NONE)).isEmpty();

        variables.put("WAYLAND_DISPLAY", "wayland-0");

        assertThat(asRoot(launcher, Terminals.NONE).orElseThrow().words())
                .endsWith("/usr/bin/pkexec", "--keep-cwd", launcher.toString());
    }

    @Test
    void doesNothingWhereNobodyMakesRootOfAnybody() {
        assertThat(asRoot(launcher, TERMINAL)).isEmpty();
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void runsWhatALinkOfTheInstallationLeadsTo() throws IOException {
        file("usr/bin/sudo");
        var link = Files.createSymbolicLink(root.resolve("usr/bin/hearth"), launcher);

        assertThat(asRoot(link, TERMINAL).orElseThrow().words()).endsWith(launcher.toString());
    }

    @Test
    void trustsNoInstallationThatOthersCanChange() throws IOException {
        file("usr/bin/sudo");
        for (var writable : List.of("opt", "opt/hearth", "opt/hearth/bin/hearth", "opt/hearth/lib/hearth.jar")) {
            var path = root.resolve(writable);
            var before = Files.getPosixFilePermissions(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxr-x"));

            assertThat(asRoot(launcher, TERMINAL)).as(writable).isEmpty();
            Files.setPosixFilePermissions(path, before);
        }
        assertThat(asRoot(launcher, TERMINAL)).isPresent();
        var elsewhere = file("home/ada/evil.jar");
        Files.setPosixFilePermissions(elsewhere.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createSymbolicLink(root.resolve("opt/hearth/lib/evil.jar"), elsewhere);

        assertThat(asRoot(launcher, TERMINAL)).isEmpty();
    }

    @Test
    void trustsNoCheckoutAndNoOtherOwner() throws IOException {
        file("usr/bin/sudo");

        assertThat(asRoot(file("src/hearth"), TERMINAL)).isEmpty();
        assertThat(asRoot(root.resolve("gone/bin/hearth"), TERMINAL)).isEmpty();
        assertThat(escalation(launcher, TERMINAL, owner() + 1).asRoot()).isEmpty();
    }

    private Optional<Handover> asRoot(Path program, Terminals terminals) {
        return escalation(program, terminals, owner()).asRoot();
    }

    private Escalation escalation(Path program, Terminals terminals, long owner) {
        var talk = new Talk(new PrintWriter(told), 80, () -> false);
        return new Escalation(
                root,
                owner,
                program,
                new Environment(variables),
                terminals,
                new ConsoleNarrator(talk, () -> Colors.PLAIN, Clock.systemUTC(), Trace.SILENT),
                List.of("os", "install", "htop", "--reason=a b"));
    }

    private long owner() {
        try {
            return Integer.toUnsignedLong((Integer) Files.getAttribute(root, "unix:uid"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file(String path) throws IOException {
        var file = root.resolve(path);
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(file.getParent(), permissions);
        return Files.exists(file) ? file : Files.createFile(file, permissions);
    }
}
