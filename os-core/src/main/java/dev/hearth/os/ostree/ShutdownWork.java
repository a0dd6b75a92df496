package dev.hearth.os.ostree;

import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is left to a shutdown: to be finished once libostree has written out what was staged, and told where it never was. */
final class ShutdownWork {
    private final Sysroot sysroot;
    private final Deployments deployments;
    private final Transactions transactions;
    private final Rollout.Configuration configuration;
    private final StagedNote note;

    ShutdownWork(
            Sysroot sysroot,
            Deployments deployments,
            Transactions transactions,
            Rollout.Configuration configuration,
            StagedNote note) {
        this.sysroot = sysroot;
        this.deployments = deployments;
        this.transactions = transactions;
        this.configuration = configuration;
        this.note = note;
    }

    /** Merges the configuration as it is now by lines, where libostree has taken files over whole. */
    Optional<DeploymentId> finish(Consumer<OsEvent> events) {
        return note.read()
                .flatMap(entry -> transactions.prepare("finish what was staged", () -> {
                    var present = deployments.list();
                    var booted = present.stream()
                            .filter(deployment -> deployment.marks().booted())
                            .map(Deployment::id)
                            .findFirst();
                    var written = find(present, entry)
                            .filter(deployment -> !deployment.marks().staged())
                            .map(Deployment::id);
                    if (written.isEmpty() || booted.isEmpty() || booted.equals(written)) {
                        return Optional.empty();
                    }
                    if (entry.merged()) {
                        configuration.merge(
                                sysroot.deployment(booted.get()), sysroot.deployment(written.get()), events);
                    }
                    note.erase();
                    return written;
                }));
    }

    /** {@return the deployment that is nowhere, in words; empty where none was staged, or it is there} */
    Optional<String> unfinished() {
        return note.read()
                .filter(entry -> find(deployments.list(), entry).isEmpty())
                .map(entry ->
                        "The deployment " + entry.deployment() + " was to be written out at shutdown, and was not:"
                                + " the machine went off before that, or another program gave it up");
    }

    private static Optional<Deployment> find(List<Deployment> present, StagedNote.Entry entry) {
        return present.stream()
                .filter(deployment -> entry.isAbout(deployment.id()))
                .findFirst();
    }
}
