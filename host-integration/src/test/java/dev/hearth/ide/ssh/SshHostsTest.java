package dev.hearth.ide.ssh;

import static dev.hearth.ide.IdeFixtures.CALL;
import static dev.hearth.ide.IdeFixtures.DEV;
import static dev.hearth.ide.IdeFixtures.LAB;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import dev.hearth.ide.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshHostsTest {
    @TempDir
    private Path home;

    private SshHosts hosts;

    @BeforeEach
    void setUpAPet() throws IOException {
        var uid = Integer.toUnsignedLong((Integer) Files.getAttribute(home, "unix:uid"));
        var account = new Account("ada", uid, 1000, List.of(), "Ada", home, Path.of("/bin/bash"));
        hosts = new SshHosts(new PrivateDirectory(home.resolve("a state"), uid), account);
        hosts.trust(DEV, "ssh-ed25519 AAAA");
        Step.carryOut(hosts.setUp(DEV, CALL));
    }

    @Test
    void isWhatOpenSshTakesIt() throws IOException {
        var config = home.resolve(".ssh/config");
        Files.writeString(config, "Host *\n  ForwardAgent yes\n  IdentityFile ~/other\n", APPEND);

        assertThat(ask(config, "dev.hearth"))
                .contains(
                        "user ada",
                        "proxycommand /usr/bin/env JAVA_HOME=/opt/java '/opt/it'\\''s 5%%/bin/hearth' --engine docker"
                                + " run -c dev -- /usr/libexec/hearth/ssh-server",
                        "identityfile " + home + "/a state/ssh/key",
                        "userknownhostsfile " + home + "/a state/ssh/pets/dev.known_hosts",
                        "forwardagent no",
                        "stricthostkeychecking true",
                        "hostkeyalias hearth-pet");
        assertThat(ask(config, "elsewhere"))
                .contains("forwardagent yes")
                .noneMatch(line -> line.contains("hearth-pet"));
    }

    @Test
    void goesByAnotherNameWithTheSameKey() {
        Step.carryOut(hosts.rename(DEV, LAB, CALL));

        assertThat(home.resolve("a state/ssh/pets/lab.known_hosts")).hasContent("hearth-pet ssh-ed25519 AAAA");
        assertThat(ask(home.resolve(".ssh/config"), "lab.hearth")).contains("hostkeyalias hearth-pet");
        assertThat(home.resolve("a state/ssh/pets/dev.conf")).doesNotExist();
    }

    @Test
    void leavesNothingButTheUsersOwnKey() {
        Step.carryOut(hosts.remove(DEV));

        assertThat(home.resolve("a state/ssh/pets")).isEmptyDirectory();
        assertThat(home.resolve(".ssh")).isEmptyDirectory();
    }

    private static List<String> ask(Path config, String host) {
        Needed.programs("ssh");
        var processes = new HostProcesses(new Environment(System.getenv()), Trace.SILENT);
        return processes
                .run(Command.of("ssh", "-F", config.toString(), "-G", host))
                .orThrow()
                .out()
                .lines()
                .toList();
    }
}
