package dev.hearth.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code oc cluster up} of OpenShift Origin 3.6 to 3.11 asks of an engine, in its order, with Docker's own client
 * inside a pet.
 *
 * <p>What it runs with all privileges goes to a rootful Podman, which speaks Docker's API as well and may have them here.
 * Its helpers enter the mount namespace of the host's first process; here they enter that of this test, since the first
 * process of a machine may have more rights than anybody who runs tests on it.
 */
final class OcClusterUp {
    private final InstalledHearth hearth;
    private final String pet;
    private final String image;
    private final RootfulPodman podman;
    private final String origin = InstalledHearth.newName();
    private final Path volumes;

    OcClusterUp(InstalledHearth hearth, String pet, String image, RootfulPodman podman) {
        this.hearth = hearth;
        this.pet = pet;
        this.image = image;
        this.podman = podman;
        this.volumes = podman.socket().resolveSibling("openshift.local.volumes");
    }

    void replay() throws IOException {
        engineIsOne();
        portsAreSeen();
        mountsAreSeen();
        volumesAreShared();
        serverIsReached();
        filesGoUpAndDown();
        clusterRuns();
    }

    private void engineIsOne() {
        step("docker", "the version of the API is 1.22 or later");
        assertThat(docker("version", "--format", "{{.Server.APIVersion}}").strip())
                .matches("1\\.(2[2-9]|[3-9][0-9])");
        step("docker", "insecure registries, the driver of control groups and security options are told");
        assertThat(docker(
                        "info",
                        "--format",
                        "{{json .RegistryConfig.InsecureRegistryCIDRs}} {{.CgroupDriver}} {{.SecurityOptions}}"))
                .contains("127.0.0.0/8", "name=");
        step("docker", "the image is inspected");
        assertThat(docker("image", "inspect", "--format", "{{.Os}}", image)).isEqualTo("linux\n");
        step("docker", "no container of the cluster's name is there");
        assertThat(hearth.hearth("run", "-c", pet, "docker", "inspect", origin).status())
                .isEqualTo(1);
    }

    private void portsAreSeen() {
        step("podman", "a privileged container on the host's network and processes reads which ports are taken");
        assertThat(privileged("--network=host", "--pid=host", image, "cat", "/proc/net/tcp"))
                .contains("local_address");
    }

    private void mountsAreSeen() {
        step("podman", "a privileged container that sees / enters the host's mount namespace");
        var words = new ArrayList<>(List.of("--pid=host", "--volume=/:/rootfs:ro", image));
        words.addAll(onHost("findmnt", "--noheadings", "--output=TARGET", "/"));
        assertThat(privileged(words.toArray(String[]::new))).isEqualTo("/\n");
    }

    private void volumesAreShared() {
        step("podman", "a directory for volumes is made on the host and its mounts are shared");
        var words = new ArrayList<>(List.of("--pid=host", "--volume=/proc:/rootfs/proc:ro", image));
        words.addAll(onHost(
                "sh",
                "-ec",
                "mkdir -p \"$1\"; mount -o bind \"$1\" \"$1\"; mount --make-shared \"$1\";"
                        + " findmnt --noheadings --output=PROPAGATION \"$1\"",
                "sh",
                volumes.toString()));
        assertThat(privileged(words.toArray(String[]::new))).isEqualTo("shared\n");
    }

    private void serverIsReached() throws IOException {
        step("docker", "a container on the host's network listens, and the pet reaches it at 127.0.0.1");
        var port = Integer.toString(ClusterToolsE2EIT.freePort());
        var name = InstalledHearth.newName();
        var listen =
                "$s = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $ARGV[0], Listen => 5) or die $!;"
                        + " while ($c = $s->accept) { print $c \"ok\\n\"; close $c }";
        var dial = "for (1 .. 100) { if ($s = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $ARGV[0])) {"
                + " print <$s>; exit } select undef, undef, undef, 0.1 } exit 1";
        docker(
                "run",
                "--detach",
                "--network=host",
                "--name=" + name,
                image,
                "perl",
                "-MIO::Socket::INET",
                "-e",
                listen,
                port);
        try {
            assertThat(hearth.run(pet, "perl", "-MIO::Socket::INET", "-e", dial, port))
                    .isEqualTo("ok\n");
        } finally {
            docker("rm", "--force", name);
        }
        step("docker", "a container on the host's network tells the host's addresses");
        docker("run", "--rm", "--network=host", image, "hostname", "-I");
    }

    private void filesGoUpAndDown() {
        step("docker", "files go into a container, and configuration comes out of it");
        var name = InstalledHearth.newName();
        docker("create", "--name=" + name, image, "cat", "/etc/master-config.yaml");
        try {
            var config = hearth.append("master-config.yaml", "kind: MasterConfig\n");
            docker("cp", config.toString(), name + ":/etc/master-config.yaml");
            assertThat(docker("start", "--attach", name)).isEqualTo("kind: MasterConfig\n");
            docker("cp", name + ":/etc/master-config.yaml", "copied.yaml");
            assertThat(hearth.run(pet, "cat", "copied.yaml")).isEqualTo("kind: MasterConfig\n");
        } finally {
            docker("rm", "--force", name);
        }
    }

    private void clusterRuns() {
        step("podman", "the cluster runs: privileged, with the host's network, processes, devices, logs and volumes");
        var create = Stream.of(
                        Stream.of("create", "--name=" + origin, "--privileged", "--network=host", "--pid=host"),
                        RootfulPodman.LIMITS.stream(),
                        Stream.of("/var/log:/var/log", "/sys:/sys", "/sys/fs/cgroup:/sys/fs/cgroup", "/dev:/dev")
                                .map(bind -> "--volume=" + bind),
                        Stream.of("--volume=%s:%1$s:shared".formatted(volumes), "--volume=/:/rootfs:ro,rslave"),
                        Stream.of(image, "sh", "-c", "echo started; exec sleep 300"))
                .flatMap(words -> words);
        onPodman(create.toArray(String[]::new));
        try {
            onPodman("start", origin);
            assertThat(onPodman("inspect", "--format", "{{.State.Running}} {{.HostConfig.Privileged}}", origin))
                    .isEqualTo("true true\n");
            step("podman", "what is mounted below the volumes inside is mounted on the host");
            assertThat(onPodman("exec", origin, "findmnt", "--noheadings", "--output=PROPAGATION", volumes.toString()))
                    .isEqualTo("shared\n");
            assertThat(onPodman("logs", origin)).isEqualTo("started\n");
        } finally {
            onPodman("rm", "--force", origin);
            new Programs(System.getenv())
                    .run(Duration.ofSeconds(20), Path.of("/"), List.of("umount", volumes.toString()))
                    .succeeded();
        }
    }

    private static List<String> onHost(String... command) {
        var words = new ArrayList<>(List.of(
                "nsenter",
                "--mount=/rootfs/proc/%d/ns/mnt"
                        .formatted(ProcessHandle.current().pid()),
                "--"));
        words.addAll(List.of(command));
        return words;
    }

    private String privileged(String... words) {
        return onPodman(
                Stream.of(Stream.of("run", "--rm", "--privileged"), RootfulPodman.LIMITS.stream(), Stream.of(words))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private String onPodman(String... words) {
        return docker(Stream.concat(Stream.of("--host=unix:///run/host" + podman.socket()), Stream.of(words))
                .toArray(String[]::new));
    }

    private String docker(String... words) {
        return hearth.run(
                pet, Stream.concat(Stream.of("docker"), Stream.of(words)).toArray(String[]::new));
    }

    private static void step(String engine, String what) {
        System.out.println("oc cluster up, on " + engine + ": " + what);
    }
}
