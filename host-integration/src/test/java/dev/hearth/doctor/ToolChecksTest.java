package dev.hearth.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.doctor.Finding.Verdict;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineSettings;
import dev.hearth.engine.FakeContainerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolChecksTest {
    @TempDir
    private Path root;

    private final FakeContainerEngine engine = new FakeContainerEngine();

    @BeforeEach
    void makeAHostThatRunsClusters() throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
        Files.createDirectories(root.resolve("proc/net"));
        Files.createDirectories(root.resolve("proc/sys/fs/inotify"));
        Files.writeString(root.resolve("proc/self/mountinfo"), "1 0 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n");
        Files.writeString(root.resolve("proc/net/tcp"), listening("0100007F:1F90", "0A"));
        Files.writeString(root.resolve("proc/sys/fs/inotify/max_user_watches"), "524288\n");
        Files.writeString(root.resolve("proc/sys/fs/inotify/max_user_instances"), "512\n");
        engine.withFacts(facts(EngineKind.DOCKER, "20.10.24", false, 1, true))
                .withSettings(new EngineSettings("1.12", List.of("127.0.0.0/8", "172.30.0.0/16")));
    }

    @Test
    void findsNothingWrongWhereTheToolsWork() {
        for (var tool : ClusterTool.values()) {
            assertThat(broken(tool)).as(tool.word()).isEmpty();
        }
    }

    @Test
    void namesTheRegistryThatOcNeeds() {
        engine.withSettings(new EngineSettings("1.12", List.of("127.0.0.0/8")));

        assertThat(broken(ClusterTool.OC))
                .containsExactly("The registry inside the cluster: the engine asks 172.30.0.0/16 for a certificate");
    }

    @Test
    void namesThePortsThatAreTaken() throws IOException {
        Files.writeString(
                root.resolve("proc/net/tcp6"),
                listening("00000000000000000000000000000000:20FB", "0A") + listening("0100007F:01BB", "01"));
        Files.writeString(root.resolve("proc/net/tcp"), listening("0100007F:0035", "0A"));

        assertThat(broken(ClusterTool.OC)).containsExactly("Ports of the cluster: somebody listens on 53, 8443");
    }

    @Test
    void knowsThatAnOldKubeletKnowsOnlyDocker() {
        engine.withFacts(facts(EngineKind.PODMAN, "5.4.0", true, 2, true));

        assertThat(broken(ClusterTool.OC))
                .contains(
                        "The engine: rootless Podman 5.4.0; the cluster's kubelet knows only a Docker of root's",
                        "Control groups: version 2, which the kubelet of OpenShift 3 does not know");
    }

    @Test
    void knowsEnginesThatTakeNoOldApi() {
        engine.withSettings(new EngineSettings("1.44", List.of("172.30.0.0/16")));

        assertThat(broken(ClusterTool.OC)).containsExactly("The engine's API: none before 1.44, and oc speaks 1.24");
        assertThat(broken(ClusterTool.TESTCONTAINERS)).isEmpty();
    }

    @Test
    void seesMountsThatAreNotShared() throws IOException {
        Files.writeString(root.resolve("proc/self/mountinfo"), "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n");

        assertThat(broken(ClusterTool.OC))
                .containsExactly("Mounts: / is private, so that volumes of the cluster would not be seen");
    }

    @Test
    void seesControlGroupsThatAreNotDelegated() {
        engine.withFacts(facts(EngineKind.PODMAN, "4.9.3", true, 1, false));

        assertThat(broken(ClusterTool.KIND))
                .containsExactly("Control groups: not delegated to the user's engine, as kind needs them");
    }

    @Test
    void seesTooFewWatchesOfFiles() throws IOException {
        Files.writeString(root.resolve("proc/sys/fs/inotify/max_user_instances"), "128\n");

        assertThat(broken(ClusterTool.KIND))
                .containsExactly("Watches of files: 524288, by 128 programs; a cluster of several nodes needs more");
    }

    @Test
    void seesAnEngineThatIsTooOldOrHasNoBridge() {
        engine.withFacts(facts(EngineKind.DOCKER, "18.06.1", false, 1, true)).withoutBridge();

        assertThat(broken(ClusterTool.MINIKUBE))
                .containsExactly(
                        "The engine: Docker 18.06.1; the tool needs 18.09",
                        "The engine's network: it has no bridge, and publishes no ports");
    }

    private List<String> broken(ClusterTool tool) {
        return new ToolChecks(root, () -> engine)
                .of(tool).stream()
                        .map(Check::look)
                        .filter(finding -> finding.verdict() == Verdict.BROKEN)
                        .map(Finding::message)
                        .toList();
    }

    private static String listening(String address, String state) {
        return "  sl  local_address rem_address   st\n   0: " + address + " 00000000:0000 " + state + " 0\n";
    }

    private static EngineFacts facts(
            EngineKind kind, String version, boolean rootless, int cgroupVersion, boolean endsByCgroup) {
        return new EngineFacts(
                kind,
                version,
                "1.41",
                rootless,
                Path.of("/run/docker.sock"),
                Path.of("/var/lib/docker"),
                "overlay2",
                cgroupVersion,
                endsByCgroup,
                false,
                false,
                "amd64");
    }
}
