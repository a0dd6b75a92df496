package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountScriptTest {
    private static final List<String> PARTS = List.of("setup-files", "setup-account");

    @TempDir
    private Path etc;

    private final Map<String, String> facts = new HashMap<>();

    @BeforeEach
    void describeTheOwner() throws IOException {
        facts.putAll(Map.of(
                "HEARTH_USER", "ada",
                "HEARTH_UID", "1000",
                "HEARTH_GID", "1000",
                "HEARTH_GROUP", "ada",
                "HEARTH_GROUPS", "",
                "HEARTH_GECOS", "Ada",
                "HEARTH_HOME", etc.toString(),
                "HEARTH_SHELL", "/bin/sh",
                "HEARTH_SUDO", "nopasswd"));
        write("passwd", "root:x:0:0:root:/root:/bin/sh", "games:x:5:60:games:/usr/games:/usr/sbin/nologin");
        write("shadow", "root:*:19000:0:99999:7:::", "games:*:19000:0:99999:7:::");
        write("group", "root:x:0:", "games:x:60:", "video:x:44:games");
    }

    @ParameterizedTest
    @EnumSource
    void addsTheOwner(Shell shell) throws IOException {
        setUp(shell);

        assertThat(read("passwd"))
                .containsExactly(
                        "root:x:0:0:root:/root:/bin/sh",
                        "games:x:5:60:games:/usr/games:/usr/sbin/nologin",
                        "ada:x:1000:1000:Ada:" + etc + ":/bin/sh");
        assertThat(read("shadow"))
                .containsExactly("root:*:19000:0:99999:7:::", "games:*:19000:0:99999:7:::", "ada:*:::::::");
        assertThat(read("group")).containsExactly("root:x:0:", "games:x:60:", "video:x:44:games", "ada:x:1000:");
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingTheSecondTime(Shell shell) throws IOException {
        facts.put("HEARTH_GROUPS", "44:video\n998:render");
        setUp(shell);
        var first = List.of(read("passwd"), read("shadow"), read("group"));
        var written = Files.getLastModifiedTime(etc.resolve("passwd"));

        setUp(shell);

        assertThat(List.of(read("passwd"), read("shadow"), read("group"))).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(etc.resolve("passwd"))).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void carriesNamesThatDirectoryServicesGive(Shell shell) throws IOException {
        facts.put("HEARTH_USER", "CORP\\Ada.L@corp.example");
        facts.put("HEARTH_GROUP", "domain users");
        setUp(shell);

        assertThat(read("passwd").getLast()).isEqualTo("CORP\\Ada.L@corp.example:x:1000:1000:Ada:" + etc + ":/bin/sh");
        assertThat(read("shadow").getLast()).isEqualTo("CORP\\Ada.L@corp.example:*:::::::");
        assertThat(read("group").getLast()).isEqualTo("hearth-1000:x:1000:");
    }

    @ParameterizedTest
    @EnumSource
    void takesOverTheImagesUserOfTheSameNumber(Shell shell) throws IOException {
        write(
                "passwd",
                "root:x:0:0:root:/root:/bin/sh",
                "ubuntu:x:1000:1000:Ubuntu:/home/ubuntu:/bin/sh",
                "x:x:9:9::/:");
        write("shadow", "root:*:19000::::::", "ubuntu:!:19000:0:99999:7:::");
        write("group", "adm:x:4:syslog,ubuntu", "sudo:x:27:ubuntu,x", "ubuntu:x:1000:");
        setUp(shell);

        assertThat(read("passwd"))
                .containsExactly(
                        "root:x:0:0:root:/root:/bin/sh", "ada:x:1000:1000:Ada:" + etc + ":/bin/sh", "x:x:9:9::/:");
        assertThat(read("shadow")).containsExactly("root:*:19000::::::", "ada:!:19000:0:99999:7:::");
        assertThat(read("group")).containsExactly("adm:x:4:syslog,ada", "sudo:x:27:ada,x", "ada:x:1000:");
    }

    @ParameterizedTest
    @EnumSource
    void movesTheImagesUserOfTheSameName(Shell shell) throws IOException {
        write("passwd", "ada:x:500:500::/:/bin/false", "bob:x:1000:100::/home/bob:/bin/sh");
        setUp(shell);

        assertThat(read("passwd")).containsExactly("ada:x:1000:1000:Ada:" + etc + ":/bin/sh");
    }

    @ParameterizedTest
    @EnumSource
    void joinsGroupsByNumber(Shell shell) throws IOException {
        facts.put("HEARTH_GROUPS", "44:host-video\n60:domain users\n998:render\n999:root\n1001:-x");
        setUp(shell);

        assertThat(read("group"))
                .containsExactly(
                        "root:x:0:",
                        "games:x:60:ada",
                        "video:x:44:games,ada",
                        "ada:x:1000:",
                        "render:x:998:ada",
                        "hearth-999:x:999:ada",
                        "hearth-1001:x:1001:ada");
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheSuperuserHisName(Shell shell) throws IOException {
        facts.putAll(Map.of("HEARTH_USER", "root", "HEARTH_UID", "0", "HEARTH_GID", "0", "HEARTH_GROUP", "root"));
        setUp(shell);

        assertThat(read("passwd"))
                .containsExactly(
                        "root:x:0:0:Ada:" + etc + ":/bin/sh", "games:x:5:60:games:/usr/games:/usr/sbin/nologin");
        assertThat(read("group")).containsExactly("root:x:0:", "games:x:60:", "video:x:44:games");
    }

    @ParameterizedTest
    @EnumSource
    void locksARootWithoutPasswordWhereNobodyMayBecomeRoot(Shell shell) throws IOException {
        facts.put("HEARTH_SUDO", "none");
        write("shadow", "root::19000:0:99999:7:::");
        setUp(shell);

        assertThat(read("shadow")).containsExactly("root:*:19000:0:99999:7:::", "ada:*:::::::");
    }

    @ParameterizedTest
    @EnumSource
    void usesAShellThatThePetHas(Shell shell) throws IOException {
        facts.put("HEARTH_SHELL", "/opt/shells/sh");
        setUp(shell);

        assertThat(read("passwd").getLast()).endsWith(":/bin/sh");
    }

    @ParameterizedTest
    @EnumSource
    void keepsSecretsSecret(Shell shell) throws IOException {
        var secret = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(etc.resolve("shadow"), secret);
        setUp(shell);

        assertThat(Files.getPosixFilePermissions(etc.resolve("shadow"))).isEqualTo(secret);
        try (var files = Files.list(etc)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("passwd", "shadow", "group");
        }
    }

    private void setUp(Shell shell) {
        var finished = shell.with(PARTS, "set -eu; etc=$1; set_up_account", facts, etc.toString());

        assertThat(finished.err()).isEmpty();
        assertThat(finished.status()).isZero();
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(etc.resolve(file), List.of(lines));
    }

    private List<String> read(String file) throws IOException {
        return Files.readAllLines(etc.resolve(file));
    }
}
