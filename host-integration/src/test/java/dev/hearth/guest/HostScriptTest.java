package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostScriptTest {
    private static final List<String> PARTS = List.of("setup-files", "setup-host", "setup-hosts");

    @TempDir
    private Path directory;

    private Path host;
    private Path etc;

    @BeforeEach
    void makeRoots() throws IOException {
        host = Files.createDirectory(directory.resolve("host"));
        etc = Files.createDirectory(directory.resolve("etc"));
        Files.createDirectories(host.resolve("etc"));
        Files.createDirectories(host.resolve("run/resolve"));
    }

    @ParameterizedTest
    @EnumSource
    void linksToTheHostsFile(Shell shell) throws IOException {
        Files.writeString(host.resolve("etc/resolv.conf"), "nameserver 192.0.2.1\n");
        Files.writeString(etc.resolve("resolv.conf"), "nameserver 192.0.2.9\n");
        follow(shell);

        assertThat(Files.readSymbolicLink(etc.resolve("resolv.conf"))).isEqualTo(host.resolve("etc/resolv.conf"));
    }

    @ParameterizedTest
    @EnumSource
    void followsAnAbsoluteLinkAsTheHostWould(Shell shell) throws IOException {
        Files.writeString(host.resolve("run/resolve/stub"), "nameserver 127.0.0.53\n");
        Files.createSymbolicLink(host.resolve("run/resolv.conf"), Path.of("resolve/stub"));
        Files.createSymbolicLink(host.resolve("etc/resolv.conf"), Path.of("/run/resolv.conf"));
        follow(shell);

        assertThat(Files.readSymbolicLink(etc.resolve("resolv.conf"))).isEqualTo(host.resolve("run/resolv.conf"));
        assertThat(etc.resolve("resolv.conf")).hasContent("nameserver 127.0.0.53");
    }

    @ParameterizedTest
    @EnumSource
    void letsARelativeLinkFollowByItself(Shell shell) throws IOException {
        Files.writeString(host.resolve("run/resolve/stub"), "nameserver 127.0.0.53\n");
        Files.createSymbolicLink(host.resolve("etc/resolv.conf"), Path.of("../run/resolve/stub"));
        follow(shell);

        assertThat(Files.readSymbolicLink(etc.resolve("resolv.conf"))).isEqualTo(host.resolve("etc/resolv.conf"));
    }

    @ParameterizedTest
    @EnumSource
    void leavesThePetsFileWhereTheHostHasNone(Shell shell) throws IOException {
        Files.writeString(etc.resolve("resolv.conf"), "nameserver 192.0.2.9\n");
        Files.createSymbolicLink(host.resolve("etc/resolv.conf"), Path.of("/etc/resolv.conf"));
        follow(shell);

        assertThat(etc.resolve("resolv.conf")).isRegularFile().hasContent("nameserver 192.0.2.9");
    }

    @ParameterizedTest
    @EnumSource
    void linksRelativelyToWhereTheEngineMountedAFileBefore(Shell shell) throws IOException {
        var link = etc.resolve("hostname");
        Files.createSymbolicLink(link, Path.of("/run/hearth/host/hostname"));
        placeOf(shell);

        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../run/hearth/host/hostname"));
        placeOf(shell);
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../run/hearth/host/hostname"));
    }

    @ParameterizedTest
    @EnumSource
    void changesNoFileThatIsRightAlready(Shell shell) throws IOException {
        var file = etc.resolve("file");
        write(shell, "one\ntwo\n");
        var written = Files.readAttributes(file, "unix:ino,mode");

        write(shell, "one\ntwo\n");

        assertThat(Files.readAttributes(file, "unix:ino,mode")).isEqualTo(written);
        assertThat(file).hasContent("one\ntwo");
    }

    @ParameterizedTest
    @EnumSource
    void addsALineOnceAndOnALineOfItsOwn(Shell shell) throws IOException {
        var file = Files.writeString(etc.resolve("file"), "no end");
        var line = "add_line \"$1\" 'a  \\line'; add_line \"$1\" 'a  \\line'";
        shell.with(PARTS, line, Map.of(), file.toString());

        assertThat(Files.readAllLines(file)).containsExactly("no end", "a  \\line");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheHostWhereTheEngineDidNot(Shell shell) throws IOException {
        Files.writeString(etc.resolve("hosts"), "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost");
        nameInHosts(shell, "");
        nameInHosts(shell, "");

        assertThat(etc.resolve("hosts"))
                .hasContent("127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost\n127.0.1.1\tworkstation");
    }

    @ParameterizedTest
    @EnumSource
    void namesThePetWhereTheEngineHadItsFirstName(Shell shell) throws IOException {
        Files.writeString(etc.resolve("hosts"), """
                # 127.0.0.1 workstation was here

                127.0.0.1 localhost
                127.0.0.1\tfirst  workstation
                10.0.2.100\t21a0c72b0143 0-making-dev
                """);
        nameInHosts(shell, "");

        assertThat(etc.resolve("hosts")).hasContent("""
                # 127.0.0.1 workstation was here

                127.0.0.1 localhost
                127.0.0.1\tfirst  workstation
                10.0.2.100\t21a0c72b0143 dev
                """.stripTrailing());
    }

    @ParameterizedTest
    @EnumSource
    void namesThePetByTheHostNameOfItsOwn(Shell shell) throws IOException {
        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost workstation\n");
        nameInHosts(shell, "workshop");

        assertThat(etc.resolve("hosts")).hasContent("127.0.0.1 localhost workstation\n127.0.1.1\tworkshop");
    }

    @ParameterizedTest
    @EnumSource
    void leavesAloneWhatTheEngineWroteRight(Shell shell) throws IOException {
        Files.writeString(etc.resolve("hosts"), "127.0.0.1\tlocalhost\n172.17.0.2\tworkshop\n");
        nameInHosts(shell, "workshop");

        assertThat(etc.resolve("hosts")).hasContent("127.0.0.1\tlocalhost\n172.17.0.2\tworkshop");
    }

    @ParameterizedTest
    @EnumSource
    void namesThePetBesideItsHostName(Shell shell) throws IOException {
        Files.writeString(etc.resolve("hosts"), "127.0.0.1\tlocalhost\n10.0.2.100\tworkshop first\n");
        nameInHosts(shell, "workshop");

        assertThat(etc.resolve("hosts")).hasContent("127.0.0.1\tlocalhost\n10.0.2.100\tworkshop dev");
    }

    private void nameInHosts(Shell shell, String hostname) {
        var names = Map.of(
                "HEARTH_PET",
                "dev",
                "HEARTH_HOST",
                "workstation",
                "HEARTH_HOSTNAME",
                hostname,
                "HEARTH_CONTAINER_ID",
                "21a0c72b0143" + "0".repeat(52));
        var finished = shell.with(PARTS, "set -eu; etc=$1; name_in_hosts", names, etc.toString());

        assertThat(finished.err()).isEmpty();
        assertThat(finished.status()).isZero();
    }

    private void placeOf(Shell shell) {
        // Nothing can be mounted here: what is linked already needs no mount but that of the links' own directory.
        var line = """
                set -eu; etc=$1 links=/run/hearth/host
                is_mounted() { [ "$1" = "$links" ]; }
                place_of hostname; printf %s "$place"
                """;
        var finished = shell.with(PARTS, line, Map.of(), etc.toString());

        assertThat(finished.err()).isEmpty();
        assertThat(finished.out()).isEqualTo("/run/hearth/host/hostname");
    }

    private void follow(Shell shell) {
        var line = "set -eu; etc=$1 host=$2; follow_file resolv.conf";
        var finished = shell.with(PARTS, line, Map.of(), etc.toString(), host.toString());

        assertThat(finished.err()).isEmpty();
        assertThat(finished.status()).isZero();
    }

    private void write(Shell shell, String text) {
        var line = "set -eu; printf %s \"$2\" | write_file \"$1\"";
        var finished = shell.with(PARTS, line, Map.of(), etc.resolve("file").toString(), text);

        assertThat(finished.err()).isEmpty();
    }
}
