package dev.hearth.guest;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.bridge.BridgeAgent;
import dev.hearth.bridge.BridgeLog;
import dev.hearth.bridge.Caller;
import dev.hearth.bridge.HostCall;
import dev.hearth.bridge.HostCommands;
import dev.hearth.bridge.HostRights;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The in-pet half's way to the host, with a real agent: the test's own process is the pet. */
@Timeout(value = 1, unit = MINUTES)
class BridgeScriptTest {
    private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

    @TempDir
    private Path directory;

    private Caller caller = new Caller("", "", 0, "", null);
    private HostCommands allowed = new HostCommands.Everything();
    private Path inside = Path.of("/");

    @BeforeEach
    void makeThePet() throws IOException {
        caller = new Caller("dev", "0123456789ab", ProcessHandle.current().pid(), "docker", null);
        inside = Files.createDirectories(directory.resolve("inside"));
        Files.writeString(
                inside.resolve("petenv"), "name=dev\nlog=%s/inside.log\ncommands=everything\n".formatted(directory));
    }

    @AfterEach
    void endTheAgent() throws IOException {
        var agent = runtime().resolve("bridge/0123456789ab." + caller.process() + "/agent");
        if (Files.exists(agent)) {
            long pid = Long.parseLong(Files.readString(agent).split(" ", 2)[0]);
            // One that a test killed leaves its files behind.
            if (ProcessHandle.of(pid).map(ProcessHandle::destroy).orElse(false)) {
                await(() -> !Files.exists(agent));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsACommandWithItsWordsAndItsStatus(Shell shell) {
        answer();

        var finished = host(shell, "sh", "-c", "printf '<%s>' \"$@\"; echo err >&2; exit 3", "sh", "a\\n\n\n", "", "*");

        assertThat(finished.out()).isEqualTo("<a\\n\n\n><><*>");
        assertThat(finished.err()).isEqualTo("err\n");
        assertThat(finished.status()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void writesTheLog(Shell shell) {
        answer();
        host(shell, "printf", "%s\t\\\n", "b");
        host(shell, "no-such-command");

        await(() -> log().calls().size() == 2);
        assertThat(log().calls().stream().map(HostCall::pet)).containsExactly("dev", "dev");
        assertThat(log().calls().stream().map(HostCall::status)).containsExactly(0, 127);
        assertThat(log().calls().stream().map(HostCall::command))
                .containsExactly(List.of("printf", "%s\t\\\n", "b"), List.of("no-such-command"));
    }

    @ParameterizedTest
    @EnumSource
    void runsOnlyWhatIsListed(Shell shell) throws IOException {
        var listed = Files.createSymbolicLink(directory.resolve("listed"), Path.of("/bin/sh"));
        allowed = new HostCommands.Only(List.of(listed.toString()));
        answer();

        assertThat(host(shell, listed.toString(), "-c", "exit 4").status()).isEqualTo(4);
        // The same program by another name, as where one file is many programs.
        var refused = host(shell, "/bin/sh", "-c", "exit 4");
        assertThat(refused.status()).isEqualTo(126);
        assertThat(refused.err())
                .isEqualTo(("hearth: 'dev' may not run %s on the host: it is not in the list 'host-commands' of the"
                                + " configuration\n")
                        .formatted("/bin/sh"));
    }

    @ParameterizedTest
    @EnumSource
    void tellsNothingOfTheHostBeyondTheList(Shell shell) throws IOException {
        var there = Files.writeString(directory.resolve("there"), "");
        allowed = new HostCommands.Only(List.of("/usr/bin/printenv"));
        answer();

        for (var path : List.of(there, directory.resolve("not-there"), directory)) {
            var refused = host(shell, "--directory=/no/such", path.toString());
            assertThat(refused.status()).isEqualTo(126);
            assertThat(refused.err()).contains("'dev' may not run " + path + " on the host");
        }
        assertThat(host(shell, "no-such-command").err()).contains("may not run no-such-command on the host");
    }

    /** A path in the place of a language's name has the C library read a file of the caller's choice. */
    @ParameterizedTest
    @EnumSource
    void handsOnNoPathsWhereThereIsAList(Shell shell) {
        allowed = new HostCommands.Only(List.of("/usr/bin/printenv"));
        answer();

        assertThat(host(shell, "--env=LC_ALL=/tmp/x", "--env=LANGUAGE=../../x", "--env=TERM=vt100", "printenv")
                        .out())
                .contains("TERM=vt100")
                .doesNotContain("LC_ALL=/tmp/x", "../../x");
    }

    @Test
    void makesNothingOfNamesThatAreNone() throws IOException {
        answer();
        var calls = door().resolve("calls");

        Files.writeString(calls, "../escape\n..\n/tmp/escape\na b\n\n" + "x".repeat(100) + "\ncalls\n");

        assertThat(host(Shell.DASH, "echo", "still").out()).isEqualTo("still\n");
        await(() -> log().calls().size() == 1);
        await(() -> isAlone(calls));
        assertThat(door().resolveSibling("escape")).doesNotExist();
    }

    @Test
    void givesUpACallerWhoseLineHasNoEnd() throws IOException {
        answer();
        var agent = ProcessHandle.of(agentProcess()).orElseThrow();

        var written = shellOf("head -c 200000000 /dev/zero | tr '\\0' x >" + door().resolve("calls"));

        assertThat(written).isNotZero();
        await(() -> !agent.isAlive());
        agents().answer(caller);
        assertThat(host(Shell.DASH, "echo", "again").out()).isEqualTo("again\n");
    }

    @ParameterizedTest
    @EnumSource
    void refusesRequestsWithoutMeasure(Shell shell) {
        answer();
        var word = "x".repeat(100_000);
        var words = Stream.concat(Stream.of("true"), Stream.generate(() -> word).limit(12));

        var finished = host(shell, words.toArray(String[]::new));

        assertThat(finished.err()).isEqualTo("hearth: The command is longer than a mebibyte\n");
        assertThat(finished.status()).isEqualTo(125);
    }

    @Test
    void keepsTheLogWithinBounds() throws IOException {
        answer();
        var word = "x".repeat(100_000);

        for (int i = 0; i < 15; i++) {
            host(Shell.DASH, "true", word);
        }

        await(() -> Files.exists(log().file().resolveSibling("host-commands.log.1")));
        assertThat(Files.size(log().file())).isLessThan(600_000);
        await(() -> isAlone(door().resolve("calls")));
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatCannotBeMeant(Shell shell) {
        assertThat(host(shell).err()).isEqualTo("hearth: No command was named, as in `hearth host COMMAND`\n");
        assertThat(host(shell, "--env", "1=2", "true").err()).isEqualTo("hearth: '1' is not the name of a variable\n");
        assertThat(host(shell, "--env").err()).isEqualTo("hearth: The option --env needs a value\n");
        assertThat(host(shell, "--tty", "true").status()).isEqualTo(125);
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheHostIsNotReached(Shell shell) throws IOException {
        assertThat(host(shell, "true").err())
                .isEqualTo("hearth: This pet has no way to the host: its home is not the host's\n");

        Files.createDirectory(inside.resolve("bridge"));
        var finished = host(shell, "true");

        assertThat(finished.status()).isEqualTo(125);
        assertThat(finished.err())
                .isEqualTo("hearth: No agent of hearth answers on the host; `hearth start dev` there starts it\n");
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForAnAgentThatWasKilled(Shell shell) throws IOException {
        answer();
        ProcessHandle.of(agentProcess()).orElseThrow().destroyForcibly();
        var begun = Instant.now();

        var finished = host(shell, "true");

        assertThat(finished.err()).startsWith("hearth: No agent of hearth answers on the host");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource
    void isHearthInside(Shell shell) throws IOException {
        var host = Files.writeString(directory.resolve("host"), "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
        assertThat(host.toFile().setExecutable(true)).isTrue();
        var variables = Map.of("HEARTH_HOST_COMMAND", host.toString(), "HEARTH_PET", "dev");

        assertThat(shell.run("hearth", variables, "show", "--format=json").out())
                .isEqualTo("<--env><HEARTH_PET><hearth><show><--format=json>");
        assertThat(shell.run("hearth", variables, "host", "--log").out())
                .isEqualTo("<--env><HEARTH_PET><hearth><host><--log>");
        assertThat(shell.run("hearth", variables, "host", "ls", "--log").out()).isEqualTo("<ls><--log>");
        assertThat(shell.run("hearth", variables, "enter").err())
                .isEqualTo("hearth: This is the pet 'dev' already; `hearth enter` opens a session from the host\n");
    }

    @ParameterizedTest
    @EnumSource
    void keepsLinksApartFromWhatThePetHas(Shell shell) throws IOException {
        var commands = Files.createDirectory(directory.resolve("commands"));
        Files.writeString(commands.resolve("own"), "");
        var variables = Map.of("HEARTH_COMMANDS", commands.toString());

        assertThat(shell.run("links", variables, "add", "podman", "kubectl").status())
                .isZero();
        assertThat(shell.run("links", variables, "list").out()).isEqualTo("kubectl\npodman\n");
        assertThat(shell.run("links", variables, "remove", "podman").status()).isZero();
        assertThat(shell.run("links", variables, "add", "own").out())
                .isEqualTo("The pet has a 'own' of its own in %s\n".formatted(commands));
        assertThat(shell.run("links", variables, "remove", "own").out())
                .isEqualTo("'own' is not linked to the host's\n");
        assertThat(shell.run("links", variables, "add", "../own").out())
                .isEqualTo("'../own' is not the name of a command\n");
        assertThat(shell.run("links", variables, "list").out()).isEqualTo("kubectl\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "call", "command"})
    void satisfiesShellcheckOnTheHostAsWell(String script) {
        Needed.programs("shellcheck");

        var finished = Shell.processes()
                .run(Command.of("shellcheck", "--external-sources", "--source-path=SCRIPTDIR", "--shell=sh")
                        .with(Shell.scripts()
                                .resolveSibling("bridge")
                                .resolve(script)
                                .toString()));

        assertThat(finished.out()).isEmpty();
    }

    /** Its contract, as no user manager runs here. */
    @ParameterizedTest
    @EnumSource
    void asksSystemdWhereNoAgentAnswers(Shell shell) throws IOException {
        var programs = Files.createDirectory(directory.resolve("bin"));
        var scripted =
                Files.writeString(programs.resolve("systemd-run"), "#!/bin/sh\nprintf '<%s>' \"$@\"; cat; exit 5\n");
        assertThat(scripted.toFile().setExecutable(true)).isTrue();
        Files.createDirectory(directory.resolve("systemd"));
        try (var manager = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            manager.bind(UnixDomainSocketAddress.of(directory.resolve("systemd/private")));
            var variables = new HashMap<>(variables());
            variables.put("PATH", programs + ":" + PATH);
            variables.put("TERM", "vt100");

            var finished = shell.run("host", variables, "--directory=/usr", "--env=A=b c", "make", "a\tb");

            assertThat(finished.out().replaceFirst("host-[A-Za-z0-9]+", "host-X"))
                    .startsWith("<--user><--pipe><--wait><--collect><--quiet><--service-type=exec>"
                            + "<--unit=hearth-host-X.service><--working-directory=/usr><--setenv=TERM=vt100>")
                    .contains("<--setenv=A=b c><--></bin/sh><-c>")
                    .endsWith("<hearth><await><make><a\tb>");
            assertThat(finished.status()).isEqualTo(5);
            assertThat(Files.readString(directory.resolve("inside.log"))).endsWith("\t5\tdev\tmake\ta\\tb\n");
        }
    }

    private void answer() {
        agents().answer(caller);
        try {
            Files.createSymbolicLink(inside.resolve("bridge"), door());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(() -> door().resolveSibling("agent").toFile().length() > 0);
    }

    private BridgeAgent agents() {
        return new BridgeAgent(
                new PrivateDirectory(runtime(), owner()),
                log(),
                () -> new HostRights(allowed, Map.of()),
                Shell.processes(),
                Path.of("/opt/hearth/bin/hearth"));
    }

    private boolean isAlone(Path file) {
        try (var files = Files.list(file.getParent())) {
            return files.toList().equals(List.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int shellOf(String line) {
        return Shell.processes().run(Command.of("sh", "-c", line)).status();
    }

    private long agentProcess() throws IOException {
        return Long.parseLong(Files.readString(door().resolveSibling("agent")).split(" ", 2)[0]);
    }

    private Path door() {
        return BridgeAgent.door(new PrivateDirectory(runtime(), owner()), caller);
    }

    private Finished host(Shell shell, String... words) {
        return shell.run("host", variables(), words);
    }

    private Map<String, String> variables() {
        return Map.of("HEARTH_RUNTIME", inside.toString(), "XDG_RUNTIME_DIR", directory.toString());
    }

    private BridgeLog log() {
        return new BridgeLog(new PrivateDirectory(directory.resolve("state"), owner()));
    }

    private Path runtime() {
        return directory.resolve("run");
    }

    private long owner() {
        try {
            return Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the agent; the test's time limit ends it. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
