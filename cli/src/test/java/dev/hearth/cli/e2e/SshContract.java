package dev.hearth.cli.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pet as a host of the real OpenSSH: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class SshContract {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String OF_THE_USER = "Host *\n    ForwardAgent yes\n";
    private static final int AT_ONCE = 10;

    private final InstalledHearth hearth;
    private final Path config;
    private String pet = "";

    SshContract(TestedEngine engine) {
        Needed.programs("ssh", "sftp", "rsync", "ssh-agent", "ssh-add");
        this.hearth = InstalledHearth.on(engine);
        this.config = hearth.person().home().resolve(".ssh/config");
    }

    @BeforeAll
    void letIn() throws IOException {
        Files.deleteIfExists(config);
        hearth.append("config", OF_THE_USER);
        onHost("install", "-D", "-m", "600", "config", config.toString()).succeeded();
        pet = hearth.create(TestedEngine.image());
        assertThat(hearth.hearth(LONG, "--yes", "ide", "ssh", pet).succeeded()).isEmpty();
    }

    @AfterAll
    void removeEverything() throws IOException {
        try {
            hearth.hearth("--yes", "ide", "ssh", pet, "--remove").succeeded();
            assertThat(config).hasContent(OF_THE_USER);
        } finally {
            Files.deleteIfExists(config);
            hearth.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 126})
    void endsWithTheCommandsStatus(int status) {
        assertThat(inPet("echo \"<$HEARTH_PET>\"; echo err >&2; exit " + status))
                .isEqualTo(new Ended(status, "<" + pet + ">\n", "err\n"));
    }

    @Test
    void keepsBytesAsTheyAre() throws IOException {
        var bytes = new byte[512 * 1024];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 31 + i / 256));
        var input = Files.write(hearth.directory().resolve("bytes"), bytes);

        var words = hearth.person().saying(ssh(host(), "cat >copy; cksum <copy"));
        var sums = programs().run(SOON, hearth.directory(), Redirect.from(input.toFile()), words);

        assertThat(sums.succeeded())
                .isEqualTo(onHost("sh", "-c", "cksum <bytes").succeeded());
        assertThat(hearth.person().home().resolve("copy")).hasBinaryContent(bytes);
        Files.delete(hearth.person().home().resolve("copy"));
    }

    @Test
    void isAShellAtATerminal() {
        try (var terminal = Terminal.of(hearth.person(), hearth.directory())) {
            terminal.type(String.join(" ", ssh(host())));
            terminal.see("(" + pet + ")");
            terminal.clear();
            terminal.ask("tty >/dev/null; echo \"tty: $?\"", "tty: 0");
            terminal.resize(100, 30);
            terminal.ask("until [ \"$(stty size)\" = '30 100' ]; do sleep 0.1; done; echo \"resized\"", "resized");
            terminal.type("exit");
            terminal.awaitPrompt();
        }
    }

    @Test
    void copiesFilesBothWays() throws IOException {
        var batch = hearth.append("batch", "put batch /var/tmp/it-put\nget /etc/hostname it-get\n");
        onHost("sftp", "-q", "-F", config.toString(), "-b", batch.toString(), host())
                .succeeded();
        assertThat(inPet("cat /var/tmp/it-put").succeeded()).isEqualTo(Files.readString(batch));
        assertThat(hearth.directory().resolve("it-get")).exists();
    }

    @Test
    void synchronizesTrees() throws IOException {
        hearth.run(LONG, pet, "sudo", "apt-get", "install", "-y", "-qq", "--no-install-recommends", "rsync");
        var tree = Files.createDirectories(hearth.directory().resolve("tree/a b"));
        Files.writeString(tree.resolve("file"), "text");

        var shell = "ssh -F " + config;
        onHost("rsync", "-a", "-e", shell, "tree/", host() + ":/var/tmp/it-tree/")
                .succeeded();
        onHost("rsync", "-a", "-e", shell, host() + ":/var/tmp/it-tree/", "back/")
                .succeeded();

        assertThat(hearth.directory().resolve("back/a b/file")).hasContent("text");
    }

    @Test
    void forwardsPorts() throws IOException {
        int port = freePort();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var forward = "127.0.0.1:%d:127.0.0.1:%d".formatted(port, server.getLocalPort());
            var process = start("forward", ssh("-N", "-o", "ExitOnForwardFailure=yes", "-L", forward, host()));
            try (var near = Eventually.see("the port", () -> connection(port), Optional::isPresent)
                            .orElseThrow();
                    var far = server.accept()) {
                near.getOutputStream().write("ping\n".getBytes(US_ASCII));

                assertThat(new String(far.getInputStream().readNBytes(5), US_ASCII))
                        .isEqualTo("ping\n");
            } finally {
                Programs.kill(process);
            }
        }
    }

    @Test
    void servesTenAtOnce() {
        var started = new ArrayList<Process>();
        for (int i = 0; i < AT_ONCE; i++) {
            started.add(start("at-once-" + i, ssh(host(), "sleep 1; echo " + i)));
        }

        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(Programs.status(started.get(i), SOON)).isZero();
            assertThat(hearth.log("at-once-" + i)).isEqualTo(i + "\n");
        }
        Eventually.see(
                "no server",
                () -> hearth.hearth("run", "-c", pet, "pgrep", "-c", "sshd").out(),
                "0\n"::equals);
    }

    @Test
    void sharesAConnection() {
        var socket = hearth.directory().resolve("mux").toString();
        var master = start("mux.log", ssh("-M", "-S", socket, "-N", host()));
        try {
            Eventually.see("the connection", () -> Files.exists(Path.of(socket)), there -> there);

            // Without the configuration there is no other way to the pet.
            assertThat(onHost("ssh", "-F", "/dev/null", "-S", socket, host(), "echo shared"))
                    .isEqualTo(new Ended(0, "shared\n", ""));
        } finally {
            Programs.kill(master);
        }
    }

    @Test
    void handsAnAgentOnOnlyWhenToldSo() {
        var socket = hearth.directory().resolve("agent");
        var agent = start("agent.log", List.of("ssh-agent", "-D", "-a", socket.toString()));
        try {
            Eventually.see("the agent", () -> Files.exists(socket), there -> there);
            var keys = "ssh-add -l; echo \"<$?>\"";

            assertThat(onHost("env", "SSH_AUTH_SOCK=" + socket, "ssh", "-F", config.toString(), host(), keys)
                            .out())
                    .isEqualTo("<2>\n");
            // 1 is what an agent without keys says.
            assertThat(onHost("env", "SSH_AUTH_SOCK=" + socket, "ssh", "-A", "-F", config.toString(), host(), keys)
                            .out())
                    .endsWith("<1>\n");
        } finally {
            Programs.kill(agent);
        }
    }

    @Test
    void startsNoJavaForAPetThatRuns() throws IOException {
        inPet("true").succeeded();
        var home = hearth.directory().resolve("java-home");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        var java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 77\n");
        assertThat(java.toFile().setExecutable(true, false)).isTrue();
        var proxy = onHost("ssh", "-F", config.toString(), "-G", host())
                .succeeded()
                .lines()
                .filter(line -> line.startsWith("proxycommand "))
                .findFirst()
                .orElseThrow()
                .replaceFirst("proxycommand ", "ProxyCommand=")
                .replaceFirst("JAVA_HOME=[^ ]+", "JAVA_HOME=" + home);

        assertThat(onHost("ssh", "-F", config.toString(), "-o", proxy, host(), "echo quick"))
                .isEqualTo(new Ended(0, "quick\n", ""));
    }

    @Test
    void startsAPetThatDoesNotRun() {
        hearth.hearth("stop", pet).succeeded();

        assertThat(inPet("echo up").succeeded()).isEqualTo("up\n");
    }

    @Test
    void keepsItsKeysToItsUser() throws IOException {
        var ssh = hearth.person().home().resolve(".local/state/hearth/ssh");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ssh)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ssh.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(inPet("stat -c %a:%U /var/lib/hearth/ssh /var/lib/hearth/ssh/host_key")
                        .succeeded())
                .isEqualTo("700:%1$s\n600:%1$s\n".formatted(hearth.person().name()));
    }

    private String host() {
        return pet + ".hearth";
    }

    private Ended inPet(String command) {
        return onHost(ssh(host(), command).toArray(String[]::new));
    }

    /** {@return the words that run OpenSSH, which by itself looks in the home that the account database has} */
    private List<String> ssh(String... words) {
        var all = new ArrayList<>(List.of("ssh", "-F", config.toString()));
        all.addAll(List.of(words));
        return all;
    }

    private Ended onHost(String... words) {
        return programs().run(SOON, hearth.directory(), hearth.person().saying(List.of(words)));
    }

    private Process start(String log, List<String> words) {
        return programs()
                .start(
                        hearth.directory(),
                        hearth.directory().resolve(log),
                        hearth.person().saying(words));
    }

    private Programs programs() {
        return new Programs(hearth.person().environment());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Socket> connection(int port) {
        try {
            return Optional.of(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
