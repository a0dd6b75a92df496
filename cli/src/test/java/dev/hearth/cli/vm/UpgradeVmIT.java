package dev.hearth.cli.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./verify --vm=upgrade}: a machine takes what its provider signed, nothing else, and goes back. */
@Tag("vm")
class UpgradeVmIT {
    /** A file that only the new version has, long enough to be an object of its own. */
    private static final String NEWS = "what is new\n".repeat(1000);

    private static final String BOTH_CHANGE = "etc/gai.conf";

    @BeforeAll
    static void require() {
        MachineSession.require();
    }

    @Test
    void aMachineTakesWhatIsSignedAndGoesBack() throws IOException {
        try (var provided = ProvidedBase.open(BaseRecipe.withBuiltPackage())) {
            provided.release();
            var session = MachineSession.begin("upgrade", provided);
            var versions = LaterVersions.begin(provided, "upgrade");
            var lines = provided.repository()
                    .run("cat", List.of(provided.first(), "/usr/" + BOTH_CHANGE))
                    .out();
            var second = versions.commit(
                    "2",
                    Map.of(
                            "usr/lib/it-news",
                            NEWS,
                            "usr/etc/it-default",
                            "new\n",
                            "usr/" + BOTH_CHANGE,
                            lines + "# its default\n"));
            versions.smuggle(second, "unsigned");
            versions.publish(second, "earlier");
            versions.publish(second, "signed");
            exchange(versions.like("signed", "other-channel").resolve("hearth/channels/stable.json"));
            exchange(object(versions.like("signed", "other-commit"), second));

            session.step("refuse what is not the provider's", machine -> {
                refuses(machine, versions.follow("unsigned"), "hearth os upgrade --yes", "is not signed");
                refuses(machine, versions.follow("other-commit"), "hearth os upgrade --yes", "");
                refuses(machine, versions.follow("other-channel"), "hearth os upgrade --check", "no signature");
                refuses(machine, versions.follow("other-channel"), "hearth os upgrade --yes", "no signature");
                machine.run(versions.follow("signed")).succeeded();
                machine.run("hearth os upgrade --check").succeeded();
                refuses(machine, versions.follow("earlier"), "hearth os upgrade --yes", "is older than");
                machine.run(versions.follow("signed")).succeeded();
                assertThat(machine.run("hearth os upgrade --check").succeeded()).contains("2");
                machine.run("hearth os upgrade --yes").succeeded();
                machine.run("sed -i '1i# changed while it waits' /" + BOTH_CHANGE)
                        .succeeded();
                assertThat(deployments(machine)).isEqualTo(2);
                assertThat(machine.run("cat /" + LaterVersions.MARK).status()).isNotZero();
            });
            session.step("boot the new one", machine -> {
                assertThat(machine.run("cat /" + LaterVersions.MARK).succeeded())
                        .isEqualTo("2\n");
                assertThat(machine.run("cat /etc/it-local /etc/it-default").succeeded())
                        .isEqualTo("mine\nnew\n");
                assertThat(machine.run("sed -n '1p;$p' /" + BOTH_CHANGE).succeeded())
                        .isEqualTo("# changed while it waits\n# its default\n");
                machine.run("hearth os check").succeeded();
                machine.run("hearth os rollback --yes").succeeded();
            });
            session.step("boot the old one", machine -> {
                assertThat(machine.run("cat /" + LaterVersions.MARK).status()).isNotZero();
                assertThat(machine.run("cat /etc/it-local").succeeded()).isEqualTo("mine\n");
                assertThat(machine.run("cat /etc/it-default").status()).isNotZero();
                machine.run("hearth os check").succeeded();
                machine.run("ostree fsck --quiet").succeeded();
            });
            session.end();
        }
    }

    private static void refuses(VirtualMachine machine, String follow, String command, String reason) {
        machine.run(follow).succeeded();
        var said = machine.run(command).failed();
        MachineSession.say(command + ": " + said.strip());
        assertThat(said).contains(reason);
        assertThat(deployments(machine)).isEqualTo(1);
    }

    private static int deployments(VirtualMachine machine) {
        return Integer.parseInt(machine.run("ls -d /ostree/deploy/it/deploy/*.origin | wc -l")
                .succeeded()
                .strip());
    }

    /** Changes one letter of a file, which keeps its length. */
    private static void exchange(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var last = bytes.length / 2;
        bytes[last] = (byte) (bytes[last] == 'x' ? 'y' : 'x');
        Files.delete(file);
        Files.write(file, bytes);
    }

    private static Path object(Path site, String commit) {
        return site.resolve("objects").resolve(commit.substring(0, 2)).resolve(commit.substring(2) + ".commit");
    }
}
