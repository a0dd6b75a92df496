package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries, as the user and as root, to get out of pets that have another home: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class IsolationContract {
    private static final String LISTENER = """
            socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die;
            bind($s, pack_sockaddr_un("\\0" . shift)) or die;
            listen($s, 9) or die;
            print "ready\\n"; close STDOUT;
            sleep 600;
            """;

    private static final String CLIENT = """
            socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die;
            print connect($s, pack_sockaddr_un("\\0" . shift)) ? "reached\\n" : "not reached\\n";
            """;

    private final InstalledHearth hearth;
    private String withoutHome = "";
    private String withOtherHome = "";
    private Path secret = Path.of("/");

    IsolationContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createThePets() throws IOException {
        secret = hearth.append("it-secret", "secret\n");
        var other = Files.createDirectory(hearth.directory().resolve("other"));
        Files.setOwner(other, Files.getOwner(hearth.directory()));
        withoutHome = hearth.create(TestedEngine.image(), "--home=none", "--unshare=net");
        withOtherHome = hearth.create(TestedEngine.image(), "--home=" + other);
    }

    @AfterAll
    void removeThePets() {
        hearth.close();
    }

    List<String> pets() {
        return List.of(withoutHome, withOtherHome);
    }

    @ParameterizedTest
    @MethodSource("pets")
    void reachesNoFileOfTheHome(String pet) {
        var search = "for root in '' /run/host /proc/[0-9]*/root /proc/[0-9]*/cwd; do cat \"$root" + secret
                + "\" 2>/dev/null; done; find / -xdev -name it-secret 2>/dev/null; ls /run/host";

        assertThat(hearth.run(pet, "sh", "-c", search)).doesNotContain("secret").contains("etc", "usr");
        assertThat(hearth.run(pet, "sudo", "sh", "-c", search)).doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("pets")
    void seesNoProcessOfTheHost(String pet) {
        var test = Long.toString(ProcessHandle.current().pid());

        assertThat(hearth.run(pet, "sudo", "sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"))
                .doesNotContain("java", "podman", "dockerd");
        assertThat(hearth.hearth("run", "-c", pet, "sudo", "kill", "-0", test).status())
                .isNotZero();
    }

    @ParameterizedTest
    @MethodSource("pets")
    void opensNoDiskAndNoMemory(String pet) {
        var open = """
                find /dev -type b; find /dev -name mem -o -name kmem -o -name port -o -name fuse
                for numbers in '8 0' '8 1' '253 0' '254 0' '254 1' '259 0'; do
                    rm -f /root/disk
                    mknod /root/disk b $numbers && dd if=/root/disk of=/dev/null count=1 && echo "opened $numbers"
                done 2>/dev/null
                mknod /root/mem c 1 1 && dd if=/root/mem of=/dev/null bs=1 count=1 2>/dev/null && echo "opened memory"
                true
                """;

        assertThat(hearth.run(pet, "sudo", "sh", "-c", open)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pets")
    void hasARuntimeDirectoryOfItsOwnAndNoSocketsOfTheLogin(String pet) {
        var said = hearth.run(
                pet,
                "sh",
                "-c",
                "stat -c '%a %u' \"$XDG_RUNTIME_DIR\"; ls -A \"$XDG_RUNTIME_DIR\"; ls -d /run/dbus/system_bus_socket"
                        + " /run/host/run/user /tmp/.X11-unix 2>/dev/null; true");

        assertThat(said).isEqualTo("700 " + hearth.person().uid() + "\n");
        var forwarded = hearth.hearthUnder(
                List.of("env", "SSH_AUTH_SOCK=/tmp/agent", "DBUS_SESSION_BUS_ADDRESS=unix:abstract=/bus", "DISPLAY=:0"),
                "run",
                "-c",
                pet,
                "sh",
                "-c",
                "env | grep -E '^(SSH_AUTH_SOCK|DBUS_|DISPLAY)'; true");
        assertThat(forwarded.succeeded()).isEmpty();
    }

    @Test
    void reachesAbstractSocketsOnlyOverTheHostsNetwork() throws IOException {
        var name = InstalledHearth.newName();
        var listener = new ProcessBuilder("perl", "-MSocket", "-e", LISTENER, name).start();
        try (var said = listener.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            assertThat(connect(withOtherHome, name)).isEqualTo("reached\n");
            assertThat(connect(withoutHome, name)).isEqualTo("not reached\n");
        } finally {
            listener.destroyForcibly();
        }
    }

    @Test
    void saysWhatItsIsolationIsWorth() {
        var shown = hearth.hearth("show", withoutHome).succeeded();

        assertThat(shown).contains("Isolation:");
        assertThat(shown.contains("not a security boundary"))
                .isEqualTo(hearth.person().isRoot());
    }

    @ParameterizedTest
    @MethodSource("pets")
    void worksAllTheSame(String pet) {
        assertThat(hearth.run(pet, "sh", "-c", "id -un; echo \"$HOME\"; : >~/made && ls ~/made; sudo id -u"))
                .isEqualTo("%1$s\n%2$s\n%2$s/made\n0\n"
                        .formatted(hearth.person().name(), hearth.person().home()));
    }

    private String connect(String pet, String name) {
        return hearth.run(pet, "perl", "-MSocket", "-e", CLIENT, name);
    }
}
