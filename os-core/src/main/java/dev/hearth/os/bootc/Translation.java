package dev.hearth.os.bootc;

import dev.hearth.core.process.Command;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.NoRollback;
import dev.hearth.os.NotOffered;
import dev.hearth.os.Unlocked;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Timer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts changes into bootc's words. */
final class Translation {
    private final BootcStatus status;
    private final BootcTimers timers;
    private final boolean rpmOstree;

    /**
     * Translates for a host in this state.
     *
     * @param rpmOstree whether that is there too
     */
    Translation(BootcStatus status, BootcTimers timers, boolean rpmOstree) {
        this.status = status;
        this.timers = timers;
        this.rpmOstree = rpmOstree && !status.usesComposefs();
    }

    /** The timers of a host that bootc keeps. */
    record BootcTimers(Timer own, Timer rpmOstree) {}

    /**
     * {@return what a change takes; nothing when things are as asked}
     *
     * @throws NotOffered when bootc has no such change
     * @throws dev.hearth.core.failure.Failure when it cannot be made as things are
     */
    List<Action> actions(Change change) {
        return switch (change) {
            case Change.Upgrade upgrade -> upgrade(upgrade);
            case Change.Rebase rebase -> rebase(rebase);
            case Change.Rollback rollback -> rollback(rollback);
            case Change.Unlock unlock -> unlock(unlock);
            case Change.Automatic automatic -> automatic(automatic);
            case Change.Packages packages -> throw layering(packages);
            case Change.Overrides _, Change.ResetOverrides _, Change.Reset _ ->
                throw notOffered(
                        "change packages of the image",
                        "rpm-ostree override",
                        "Build an image of your own on top of this one, and follow that.");
            case Change.KernelArguments _ ->
                throw notOffered(
                        "edit kernel arguments",
                        "rpm-ostree kargs",
                        "The image brings them in /usr/lib/bootc/kargs.d; build one of your own, and follow that.");
            case Change.Deploy _ ->
                throw notOffered(
                        "go to a certain version of the image",
                        null,
                        "`hearth os rebase IMAGE@DIGEST` follows one version and no other.");
            case Change.Pin _ ->
                throw notOffered("pin deployments", status.usesComposefs() ? null : "ostree admin pin", null);
            case Change.Undeploy _ ->
                throw notOffered("drop a deployment", status.usesComposefs() ? null : "ostree admin undeploy", null);
            case Change.Cleanup _ ->
                throw notOffered("clean up", "rpm-ostree cleanup", "It removes what it needs no more by itself.");
            case Change.ApplyLive _ ->
                throw notOffered(
                        "add to what runs without a boot",
                        "rpm-ostree apply-live",
                        "A pet has packages at once: `hearth install -c PET PACKAGE`.");
            case Change.Cancel _ ->
                throw notOffered(
                        "be told to stop", null, "Interrupt the command that runs; the base is then as before.");
        };
    }

    private static List<Action> run(Command command) {
        return List.of(new Action.Run(command));
    }

    private List<Action> updating(Command command) {
        if (status.isReadOnly()) {
            throw new ReadOnlyHost();
        }
        if (status.isLayered()) {
            throw new LayeredHost();
        }
        return run(command);
    }

    private List<Action> upgrade(Change.Upgrade change) {
        return updating(Bootc.changing("upgrade")
                .withIf(change.downloadOnly(), "--download-only")
                .withIf(change.cacheOnly(), "--from-downloaded"));
    }

    private List<Action> rebase(Change.Rebase change) {
        var target = ImageTarget.parse(change.target())
                .orElseThrow(() -> notOffered(
                        "follow an ostree branch",
                        "rpm-ostree rebase",
                        "Name a container image, such as quay.io/fedora/fedora-bootc:42."));
        boolean followed = status.deployments().stream()
                .findFirst()
                .filter(next ->
                        target.isNamed(next.source().text()) && next.signing().required() == target.verified())
                .isPresent();
        return followed ? List.of() : updating(Bootc.changing("switch").with(target.words()));
    }

    private List<Action> rollback(Change.Rollback change) {
        if (change.etc() != Change.Configuration.OLD) {
            throw NotOffered.rollbackWithOtherConfiguration(Bootc.NAME);
        }
        // A rollback that is queued already is taken back by another.
        boolean possible = status.deployments().stream()
                        .anyMatch(deployment -> deployment.marks().rollback())
                || status.deployments().stream()
                        .findFirst()
                        .filter(next -> !next.marks().booted() && !next.marks().staged())
                        .isPresent();
        if (!possible) {
            throw new NoRollback();
        }
        return run(Bootc.changing("rollback"));
    }

    private List<Action> unlock(Change.Unlock change) {
        if (change.hotfix()) {
            throw notOffered(
                    "make /usr writable beyond the next boot",
                    status.usesComposefs() ? null : "ostree admin unlock --hotfix",
                    "Without that it is writable until the next boot.");
        }
        boolean locked = status.deployments().stream()
                .filter(deployment -> deployment.marks().booted())
                .map(Deployment::unlocked)
                .noneMatch(unlocked -> unlocked != Unlocked.NONE);
        return locked ? run(Bootc.changing("usr-overlay")) : List.of();
    }

    private List<Action> automatic(Change.Automatic change) {
        var policy = change.policy();
        if (policy != AutomaticUpdates.NONE && policy != AutomaticUpdates.APPLY) {
            throw notOffered(
                    "update by itself without rebooting",
                    null,
                    "Its timer applies updates and reboots, or does nothing.");
        }
        NotOffered.requireAnyTime(Bootc.NAME, change);
        // Two timers would get in each other's way.
        var actions = new ArrayList<>(timers.rpmOstree().enabling(false));
        actions.addAll(timers.own().enabling(policy == AutomaticUpdates.APPLY));
        return actions;
    }

    private NotOffered layering(Change.Packages change) {
        var names = change.install().isEmpty() ? "PACKAGE" : String.join(" ", change.install());
        var pet = "`hearth run -c PET sudo dnf install " + names + "` has it at once";
        return new NotOffered(
                Bootc.NAME,
                "layer packages",
                rpmOstree
                        ? pet + "; `rpm-ostree install " + names
                                + "` layers it, and rpm-ostree keeps the base from then on."
                        : pet + "; or build an image of your own on top of this one, and follow that.");
    }

    /**
     * {@return that bootc has no such change}
     *
     * @param other a command of another program that has it; one of rpm-ostree's is only named when that is there
     */
    private NotOffered notOffered(String what, @Nullable String other, @Nullable String hint) {
        boolean usable = other != null && (rpmOstree || !other.startsWith("rpm-ostree"));
        return new NotOffered(Bootc.NAME, what, usable ? "`" + other + "` can, on this host." : hint);
    }
}
