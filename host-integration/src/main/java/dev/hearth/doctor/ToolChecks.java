package dev.hearth.doctor;

import dev.hearth.engine.ApiVersion;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.Pet;
import dev.hearth.session.MountTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What container and cluster tools need of the engine, the host and the pet that they run in. */
final class ToolChecks {
    private static final String SERVICES = "172.30.0.0/16";
    private static final List<Integer> OC_PORTS = List.of(53, 80, 443, 4001, 7001, 8443, 10250);

    private final Path root;
    private final Supplier<ContainerEngine> engine;

    ToolChecks(Path root, Supplier<ContainerEngine> engine) {
        this.root = root;
        this.engine = engine;
    }

    /** {@return what the tool needs of the engine and the host} */
    List<Check> of(ClusterTool tool) {
        return switch (tool) {
            case OC -> oc();
            case KIND ->
                List.of(
                        new Plain("engine-version", () -> atLeast("20.10", "3.0")),
                        delegation("kind"),
                        bridge(),
                        new Plain("inotify", this::inotify));
            case MINIKUBE ->
                List.of(new Plain("engine-version", () -> atLeast("18.09", "4.9")), delegation("minikube"), bridge());
            case K3D -> List.of(new Plain("engine-kind", this::k3dEngine), delegation("k3d"), bridge());
            case TESTCONTAINERS -> List.of(new Plain("engine-api", () -> takes("1.44", "Testcontainers")), bridge());
        };
    }

    /** {@return what a tool needs of the pet that it runs in} */
    static List<Check> inside(Pet pet) {
        return List.of(new Plain("pet-engine", () -> hasEngine(pet)), new Plain("pet-network", () -> network(pet)));
    }

    private List<Check> oc() {
        return List.of(
                new Plain("engine-kind", this::ocEngine),
                new Plain("engine-api", () -> takes("1.24", "oc")),
                new Plain("insecure-registry", this::registry),
                new Plain("ports", this::ports),
                new Plain("control-groups", this::controlGroups),
                new Plain("mounts", this::mounts),
                bridge());
    }

    private Finding ocEngine() {
        var facts = engine.get().facts();
        return facts.kind() == EngineKind.DOCKER && !facts.rootless()
                ? Finding.ok("The engine: Docker, of root's")
                : Finding.broken(
                        "The engine: " + title(facts) + "; the cluster's kubelet knows only a Docker of root's",
                        "`hearth setup docker` prepares one; then `hearth --engine docker doctor --for oc`.");
    }

    private Finding k3dEngine() {
        var facts = engine.get().facts();
        return facts.kind() == EngineKind.DOCKER
                ? Finding.ok("The engine: Docker")
                : Finding.absent(
                        "The engine: Podman, with which k3d works as an experiment: `docker network create k3d`"
                                + " comes first");
    }

    private Finding atLeast(String docker, String podman) {
        var facts = engine.get().facts();
        var oldest = facts.kind() == EngineKind.DOCKER ? docker : podman;
        return isBefore(facts.version(), oldest)
                ? Finding.broken(
                        "The engine: %s; the tool needs %s".formatted(title(facts), oldest), "Bring it up to date.")
                : Finding.ok("The engine: " + title(facts));
    }

    private Finding takes(String api, String tool) {
        var oldest = engine.get().settings().oldestApi();
        return !oldest.isEmpty() && isBefore(api, oldest)
                ? Finding.broken(
                        "The engine's API: none before %s, and %s speaks %s".formatted(oldest, tool, api),
                        "As root: `systemctl edit docker`, add `[Service]` and `Environment=DOCKER_MIN_API_VERSION="
                                + api + "`, and `systemctl restart docker`.")
                : Finding.ok("The engine's API: from " + (oldest.isEmpty() ? "any version" : oldest) + " on");
    }

    private Finding registry() {
        var registries = engine.get().settings().insecureRegistries();
        return registries.contains(SERVICES)
                ? Finding.ok("The registry inside the cluster: " + SERVICES + " needs no certificate")
                : Finding.broken(
                        "The registry inside the cluster: the engine asks " + SERVICES + " for a certificate",
                        "Put `\"insecure-registries\": [\"" + SERVICES
                                + "\"]` into '/etc/docker/daemon.json' and restart Docker, or call oc with"
                                + " `--skip-registry-check`.");
    }

    private Finding ports() {
        var taken = new TreeSet<>(ListeningPorts.read(root));
        taken.retainAll(OC_PORTS);
        return taken.isEmpty()
                ? Finding.ok("Ports of the cluster: all are free")
                : Finding.broken(
                        "Ports of the cluster: somebody listens on "
                                + String.join(
                                        ", ",
                                        taken.stream().map(String::valueOf).toList()),
                        "`ss -tlnp` as root shows who; stop that while the cluster runs.");
    }

    private Finding controlGroups() {
        return engine.get().facts().cgroupVersion() == 1
                ? Finding.ok("Control groups: version 1")
                : Finding.broken(
                        "Control groups: version 2, which the kubelet of OpenShift 3 does not know",
                        "With systemd before 256, boot with `systemd.unified_cgroup_hierarchy=0` (`hearth os kargs`);"
                                + " else run the cluster in a virtual machine.");
    }

    private Finding mounts() {
        return MountTable.read(root.resolve("proc/self/mountinfo")).propagatesTo(Path.of("/"))
                ? Finding.ok("Mounts: those below / are shared")
                : Finding.broken(
                        "Mounts: / is private, so that volumes of the cluster would not be seen",
                        "As root: `mount --make-rshared /`.");
    }

    private Check bridge() {
        return new Plain(
                "bridge",
                () -> engine.get().canPublish()
                        ? Finding.ok("The engine's network: ports can be published")
                        : Finding.broken(
                                "The engine's network: it has no bridge, and publishes no ports",
                                "Start dockerd without `--bridge=none`, or use the host's network."));
    }

    private Check delegation(String tool) {
        return new Plain("delegation", () -> {
            var facts = engine.get().facts();
            if (!facts.rootless()) {
                return Finding.ok("Control groups: an engine of root's has all");
            }
            return facts.cgroupVersion() == 2 && facts.endsByCgroup()
                    ? Finding.ok("Control groups: delegated to the user")
                    : Finding.broken(
                            "Control groups: not delegated to the user's engine, as " + tool + " needs them",
                            "Log in through systemd with control groups of version 2 and `Delegate=yes` for"
                                    + " 'user@.service', or use an engine of root's.");
        });
    }

    private Finding inotify() {
        var watches = number("max_user_watches");
        var instances = number("max_user_instances");
        return watches >= 524_288 && instances >= 512
                ? Finding.ok("Watches of files: %d, by %d programs".formatted(watches, instances))
                : Finding.broken(
                        "Watches of files: %d, by %d programs; a cluster of several nodes needs more"
                                .formatted(watches, instances),
                        "As root: `sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512`.");
    }

    private long number(String limit) {
        try {
            return Long.parseLong(
                    Files.readString(root.resolve("proc/sys/fs/inotify").resolve(limit))
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding hasEngine(Pet pet) {
        return pet.spec().withEngine()
                ? Finding.ok("The engine: programs inside can use it, at /var/run/docker.sock")
                : Finding.broken(
                        "The engine: programs inside cannot use it",
                        "`hearth edit %s --with-engine` lets them.".formatted(pet.name()));
    }

    private static Finding network(Pet pet) {
        return pet.spec().unshared().contains(Namespace.NET)
                ? Finding.broken(
                        "The network: the pet's own, from which 127.0.0.1 is not the host",
                        "`hearth edit %s --share=net` gives it the host's.".formatted(pet.name()))
                : Finding.ok("The network: the host's");
    }

    private static String title(EngineFacts facts) {
        return Stream.of(facts.rootless() ? "rootless" : "", facts.kind().title(), facts.version())
                .filter(word -> !word.isEmpty())
                .reduce((first, second) -> first + " " + second)
                .orElseThrow();
    }

    private static boolean isBefore(String version, String other) {
        return ApiVersion.parse(version).compareTo(ApiVersion.parse(other)) < 0;
    }
}
