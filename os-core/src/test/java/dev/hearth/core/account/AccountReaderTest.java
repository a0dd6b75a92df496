package dev.hearth.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.ScriptedProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountReaderTest {
    private static final Environment EMPTY = new Environment(Map.of());

    @TempDir
    Path root;

    private final ScriptedProcesses processes = new ScriptedProcesses();

    @BeforeEach
    void fillTheRoot() throws IOException {
        write("etc/passwd", """
                root:x:0:0:root:/root:/bin/bash
                user:x:1000:1000:A. User,Room 1,,:/home/user:/bin/zsh
                """);
        write("etc/group", """
                root:x:0:
                user:x:1000:
                docker:x:998:user
                """);
        processWithIds(1000, 1000, "998 1000");
    }

    @Test
    void readsAnAccountFromTheFiles() {
        assertThat(read(EMPTY))
                .isEqualTo(new Account(
                        "user",
                        1000,
                        1000,
                        List.of(new Account.Group("user", 1000), new Account.Group("docker", 998)),
                        "A. User",
                        Path.of("/home/user"),
                        Path.of("/bin/zsh")));
        processes.verify();
    }

    @Test
    void takesHomeAndShellFromTheEnvironmentWhenTheyAreAbsolute() {
        var account = read(new Environment(Map.of("HOME", "/var/home/user", "SHELL", "fish")));

        assertThat(account.home()).isEqualTo(Path.of("/var/home/user"));
        assertThat(account.shell()).isEqualTo(Path.of("/bin/zsh"));
    }

    @Test
    void doesNotTakeTheHomeOfAnotherForRoots() throws IOException {
        processWithIds(0, 0, "0");
        Files.createDirectories(root.resolve("home/user"));
        // Whoever runs the test owns the directory; root can give it away.
        boolean ownedByRoot = Integer.valueOf(0).equals(Files.getAttribute(root, "unix:uid"));
        if (ownedByRoot) {
            Files.setAttribute(root.resolve("home/user"), "unix:uid", 1000);
        }

        assertThat(read(new Environment(Map.of("HOME", "/home/user"))).home()).isEqualTo(Path.of("/root"));
        assertThat(read(new Environment(Map.of("HOME", "/elsewhere"))).home()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void asksForAccountsThatTheFilesDoNotHave() throws IOException {
        processWithIds(1_840_001_105, 1_840_000_513, "");
        processes.answer(
                "CORP\\jane@corp.example:*:1840001105:1840000513:Jäne:/home/jane@corp.example:\n",
                "getent",
                "passwd",
                "1840001105");
        processes.answer("domain users:*:1840000513:\n", "getent", "group", "1840000513");

        assertThat(read(EMPTY))
                .isEqualTo(new Account(
                        "CORP\\jane@corp.example",
                        1_840_001_105,
                        1_840_000_513,
                        List.of(new Account.Group("domain users", 1_840_000_513)),
                        "Jäne",
                        Path.of("/home/jane@corp.example"),
                        Path.of("/bin/sh")));
        processes.verify();
    }

    @Test
    void keepsAGroupThatHasNoName() throws IOException {
        processWithIds(1000, 1000, "4242");
        processes.answer(2, "", "", "getent", "group", "4242");

        assertThat(read(EMPTY).groups()).contains(new Account.Group("", 4242));
    }

    @Test
    void saysThatAUserHasNoAccount() throws IOException {
        processWithIds(4242, 1000, "");

        assertThatThrownBy(() -> read(EMPTY))
                .isInstanceOf(UnknownAccount.class)
                .hasMessage("The user id 4242 has no account on this host");
    }

    @Test
    void passesOverLinesItCannotUnderstand() throws IOException {
        var latin1 = "+::::::\nshort:x:1000\nuser:x:1000:1000:J\u00f6rg:/home/user:\n";
        Files.write(root.resolve("etc/passwd"), latin1.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(EMPTY).home()).isEqualTo(Path.of("/home/user"));
    }

    private Account read(Environment environment) {
        return new AccountReader(root, processes).read(environment);
    }

    private void processWithIds(long uid, long gid, String groups) throws IOException {
        write("proc/self/status", """
                Name:\tjava
                Uid:\t%1$d\t%1$d\t%1$d\t%1$d
                Gid:\t%2$d\t%2$d\t%2$d\t%2$d
                Groups:\t%3$s\s
                """.formatted(uid, gid, groups));
    }

    private void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
