package dev.hearth.setup;

import dev.hearth.engine.EngineKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which engine a host is to have and what that takes; looks at nothing but the facts. */
final class SetupPlanner {
    private static final long SUBORDINATE_IDS = 65_536;
    private static final Step.StartDaemon DAEMON = new Step.StartDaemon(
            Path.of("/run/hearth-dockerd.pid"),
            Path.of("/var/run/docker.sock"),
            Path.of("/var/log/hearth-dockerd.log"));

    private final HostFacts host;
    private final TargetUser user;
    private final List<String> reasons = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private SetupPlanner(HostFacts host, TargetUser user) {
        this.host = host;
        this.user = user;
    }

    /**
     * {@return the plan, without a command for root}
     *
     * @param wanted the engine to use; hearth chooses when absent
     * @throws CannotPrepare when something is missing that hearth cannot install
     */
    static SetupPlan plan(HostFacts host, TargetUser user, @Nullable EngineKind wanted) {
        var planner = new SetupPlanner(host, user);
        var engine = wanted == null ? planner.choose() : wanted;
        planner.install(engine);
        switch (engine) {
            case DOCKER -> planner.prepareDocker();
            case PODMAN -> planner.preparePodman();
        }
        return new SetupPlan(engine, planner.reasons, planner.steps, null);
    }

    private EngineKind choose() {
        if (!user.isRoot()) {
            if (!host.userNamespaces()) {
                throw CannotPrepare.noUserNamespaces();
            }
            reasons.add("Podman, since it works without root: this kernel lets ordinary users make user namespaces");
            if (host.appArmorGuardsThem()) {
                reasons.add("AppArmor lets only known programs make user namespaces here; Podman's package is known");
            }
            return EngineKind.PODMAN;
        }
        if (host.has("dockerd")) {
            reasons.add("Docker, since it is installed");
            return EngineKind.DOCKER;
        }
        if (host.has("podman") && host.cgroups().isUnified()) {
            reasons.add("Podman, since it is installed");
            return EngineKind.PODMAN;
        }
        if (host.packages() == PackageManager.APT && !host.immutable()) {
            reasons.add("Docker, since it works for root on every kind of control groups, and %s has it"
                    .formatted(host.os().prettyName()));
            return EngineKind.DOCKER;
        }
        reasons.add(
                "Podman, since %s has no Docker of its own".formatted(host.os().prettyName()));
        return EngineKind.PODMAN;
    }

    private void install(EngineKind engine) {
        var missing = engine == EngineKind.DOCKER ? dockerPackages() : podmanPackages();
        if (!missing.isEmpty() && host.immutable()) {
            throw CannotPrepare.immutable(host.os().prettyName(), missing);
        }
        var manager = host.packages();
        if (manager == PackageManager.APT && !host.has("mmdebstrap")) {
            reasons.add("mmdebstrap makes images from this system's own package sources, where no registry answers");
            missing.add("mmdebstrap");
        }
        if (missing.isEmpty()) {
            return;
        }
        if (manager == null) {
            throw CannotPrepare.noPackageManager(host.os().prettyName(), missing);
        }
        steps.add(new Step.InstallPackages(manager, missing, List.of()));
    }

    private List<String> dockerPackages() {
        var missing = new ArrayList<String>();
        boolean apt = host.packages() == PackageManager.APT;
        if (!host.has("dockerd")) {
            missing.add(apt ? "docker.io" : "moby-engine");
        }
        // Debian 13 split the client off; before, docker.io holds it.
        if (!host.has("docker")
                && host.os().id().equals("debian")
                && !List.of("11", "12").contains(host.os().versionId())) {
            missing.add("docker-cli");
        }
        return missing;
    }

    private List<String> podmanPackages() {
        var missing = new ArrayList<String>();
        if (!host.has("podman")) {
            missing.add("podman");
        }
        if (!host.cgroups().isUnified() && !host.has("runc")) {
            reasons.add("runc, since crun refuses control groups that are not version 2 alone");
            missing.add("runc");
        } else if (!host.has("crun") && !host.has("runc")) {
            missing.add("crun");
        }
        if (!user.isRoot()) {
            addRootlessPackages(missing);
        }
        return missing;
    }

    private void addRootlessPackages(List<String> missing) {
        if (!host.has("newuidmap")) {
            missing.add(
                    switch (host.packages()) {
                        case APT -> "uidmap";
                        case DNF -> "shadow-utils";
                        case null -> "newuidmap";
                    });
        }
        if (!host.has("slirp4netns") && !host.immutable()) {
            missing.add("slirp4netns");
        }
        if (!host.overlay()) {
            reasons.add("fuse-overlayfs, since this kernel has no overlayfs");
            missing.add("fuse-overlayfs");
        }
    }

    private void prepareDocker() {
        if (!host.dockerAnswers()) {
            if (host.systemd()) {
                steps.add(new Step.StartUnit("docker.service", false));
            } else {
                reasons.add("No systemd runs here, so dockerd is started directly");
                steps.add(DAEMON);
            }
        }
        if (!user.isRoot() && !user.inDockerGroup()) {
            steps.add(new Step.JoinDockerGroup(user.name()));
        }
    }

    private void preparePodman() {
        if (!user.isRoot()) {
            prepareUser();
        }
        var settings = PodmanSettings.engine(host, !user.isRoot());
        if (!settings.isEmpty() && !settings.equals(user.podmanSettings())) {
            steps.add(write(user.podmanSettingsFile(), settings, "what Podman needs to be told on this machine"));
        }
        if (!user.isRoot() && !user.storageSettings() && host.overlay()) {
            steps.add(write(user.storageSettingsFile(), PodmanSettings.STORAGE, "images share their layers"));
        }
        // Of use, but no reason to ask for root where nothing else needs it.
        if (host.systemd()
                && !user.isRoot()
                && !user.lingers()
                && steps.stream().anyMatch(Step::needsRoot)) {
            steps.add(new Step.EnableLinger(user.name()));
        }
    }

    private void prepareUser() {
        if (!user.subordinateIds()) {
            reasons.add(
                    "%s has no subordinate ids, which a container's other users are made of".formatted(user.name()));
            steps.add(new Step.AddSubordinateIds(user.name(), host.nextSubordinateId(), SUBORDINATE_IDS));
        }
        if (!host.systemd() && !user.runtimeDirectory()) {
            steps.add(new Step.MakeDirectory(Path.of("/run/user/" + user.owner().uid()), user.owner()));
        }
    }

    private Step.WriteFile write(Path file, String content, String purpose) {
        return new Step.WriteFile(file, content, purpose, user.owner(), null);
    }
}
