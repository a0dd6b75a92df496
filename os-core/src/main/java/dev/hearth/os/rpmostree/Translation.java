package dev.hearth.os.rpmostree;

import dev.hearth.core.process.Command;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.DeploymentStaged;
import dev.hearth.os.EngineBusy;
import dev.hearth.os.InvalidOperand;
import dev.hearth.os.NoRollback;
import dev.hearth.os.NoSuchDeployment;
import dev.hearth.os.NotOffered;
import dev.hearth.os.OsStatus;
import dev.hearth.os.ProtectedDeployment;
import dev.hearth.os.Unlocked;
import dev.hearth.os.live.NothingToAdd;
import dev.hearth.os.program.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Puts changes into rpm-ostree's words. */
final class Translation {
    private static final String UNCHANGED = "--unchanged-exit-77";

    private final OsStatus status;
    private final AutomaticPolicy automatic;

    /** Translates for a host in this state. */
    Translation(OsStatus status, AutomaticPolicy automatic) {
        this.status = status;
        this.automatic = automatic;
    }

    /**
     * {@return what a change takes; nothing when things are as asked}
     *
     * @throws NotOffered when rpm-ostree has no such change
     * @throws dev.hearth.core.failure.Failure when it cannot be made as things are
     */
    List<Action> actions(Change change) {
        if (status.transaction() != null && !(change instanceof Change.Cancel)) {
            throw new EngineBusy(RpmOstree.NAME, status.transaction());
        }
        return switch (change) {
            case Change.Upgrade upgrade -> driven(upgrade(upgrade));
            case Change.Rebase rebase -> follows(rebase.target()) ? List.of() : driven(rebase(rebase));
            case Change.Deploy deploy ->
                driven(RpmOstree.changing("deploy", UNCHANGED, InvalidOperand.checked(deploy.revision())));
            case Change.Rollback rollback -> rollback(rollback);
            case Change.Packages packages -> packages(packages);
            case Change.Overrides overrides -> overrides(overrides);
            case Change.ResetOverrides reset -> run(resetOverrides(reset));
            case Change.Reset reset -> reset(reset);
            case Change.Pin pin -> pin(pin);
            case Change.Undeploy undeploy -> undeploy(undeploy);
            case Change.Cleanup cleanup -> cleanup(cleanup);
            case Change.KernelArguments arguments -> kernelArguments(arguments);
            case Change.Unlock unlock -> unlock(unlock);
            case Change.ApplyLive _ -> applyLive();
            case Change.Cancel _ -> status.transaction() == null ? List.of() : run(RpmOstree.changing("cancel"));
            case Change.Automatic setting -> automatic(setting);
        };
    }

    private static List<Action> run(Command command) {
        return List.of(new Action.Run(command));
    }

    /** Who else decides about updates is not passed over without the user's own doing. */
    private List<Action> driven(Command command) {
        if (status.driver() != null) {
            throw RpmOstree.driven(status.driver(), command);
        }
        return run(command);
    }

    private static Command upgrade(Change.Upgrade change) {
        return RpmOstree.changing("upgrade", UNCHANGED)
                .withIf(change.allowOlder(), "--allow-downgrade")
                .withIf(change.downloadOnly(), "--download-only")
                .withIf(change.cacheOnly(), "--cache-only");
    }

    private static Command rebase(Change.Rebase change) {
        return RpmOstree.changing("rebase", InvalidOperand.checked(change.target()));
    }

    /** rpm-ostree calls it an error to rebase to what is followed already. */
    private boolean follows(String target) {
        return status.next()
                .filter(deployment -> deployment.source().text().equals(target))
                .isPresent();
    }

    private List<Action> rollback(Change.Rollback change) {
        if (change.etc() != Change.Configuration.OLD) {
            throw NotOffered.rollbackWithOtherConfiguration(RpmOstree.NAME);
        }
        if (status.next().filter(deployment -> deployment.marks().staged()).isPresent()) {
            throw new DeploymentStaged(
                    "there is nothing to roll back yet", "Drop it with `hearth os cleanup`, or reboot first.");
        }
        // What boots next but never ran is rolled back to what runs.
        boolean pending = status.booted().isPresent() && !status.booted().equals(status.next());
        if (!pending
                && status.deployments().stream()
                        .noneMatch(deployment -> deployment.marks().rollback())) {
            throw new NoRollback();
        }
        return run(RpmOstree.changing("rollback"));
    }

    private static List<Action> packages(Change.Packages change) {
        if (change.updateFrom() != null) {
            throw new NotOffered(
                    RpmOstree.NAME,
                    "look for newer versions of a package from a file",
                    "Add the repository that has them to /etc/yum.repos.d, and install the package by its name.");
        }
        var names = operands(change.install(), change.files());
        if (names.isEmpty() && change.uninstall().isEmpty()) {
            return List.of();
        }
        if (names.isEmpty()) {
            return run(RpmOstree.changing("uninstall", UNCHANGED)
                    .withIf(change.cacheOnly(), "--cache-only")
                    .with(operands(change.uninstall(), List.of())));
        }
        return run(RpmOstree.changing("install", UNCHANGED)
                // Asked for already is as asked; with something to take away a slip of the pen must show.
                .withIf(change.uninstall().isEmpty(), "--idempotent")
                .withIf(change.cacheOnly(), "--cache-only")
                .with(options("--uninstall", change.uninstall()))
                .with(names));
    }

    private static List<Action> overrides(Change.Overrides change) {
        if (change.replace().isEmpty()) {
            return change.remove().isEmpty()
                    ? List.of()
                    : run(RpmOstree.changing("override", "remove").with(operands(change.remove(), List.of())));
        }
        return run(RpmOstree.changing("override", "replace")
                .with(options("--remove", change.remove()))
                .with(operands(List.of(), change.replace())));
    }

    private static Command resetOverrides(Change.ResetOverrides change) {
        var command = RpmOstree.changing("override", "reset");
        return change.packages().isEmpty()
                ? command.with("--all")
                : command.with(operands(change.packages(), List.of()));
    }

    private static List<Action> reset(Change.Reset change) {
        // Without any flag rpm-ostree would reset all.
        if (!change.layers() && !change.overrides() && !change.initramfs()) {
            return List.of();
        }
        return run(RpmOstree.changing("reset")
                .withIf(change.layers(), "--overlays")
                .withIf(change.overrides(), "--overrides")
                .withIf(change.initramfs(), "--initramfs"));
    }

    private List<Action> pin(Change.Pin change) {
        var marks = NoSuchDeployment.at(status.deployments(), change.index()).marks();
        if (marks.pinned() == change.pinned()) {
            return List.of();
        }
        if (marks.staged()) {
            throw DeploymentStaged.unpinnable();
        }
        return run(Command.of("ostree", "admin", "pin")
                .withIf(!change.pinned(), "--unpin")
                .with(Integer.toString(change.index())));
    }

    private List<Action> undeploy(Change.Undeploy change) {
        // ostree itself would also drop what is pinned, and the last one.
        ProtectedDeployment.dispensable(status.deployments(), change.index());
        return run(Command.of("ostree", "admin", "undeploy", Integer.toString(change.index())));
    }

    private static List<Action> cleanup(Change.Cleanup change) {
        if (change.what().isEmpty()) {
            return List.of();
        }
        var command = RpmOstree.changing("cleanup");
        for (var leftover : Change.Leftover.values()) {
            command = command.withIf(change.what().contains(leftover), flag(leftover));
        }
        return run(command);
    }

    private static String flag(Change.Leftover leftover) {
        return switch (leftover) {
            case PENDING -> "--pending";
            case ROLLBACK -> "--rollback";
            case TEMPORARY -> "--base";
            case METADATA -> "--repomd";
        };
    }

    private static List<Action> kernelArguments(Change.KernelArguments change) {
        if (!change.replace().isEmpty() && !change.delete().isEmpty()) {
            throw new NotOffered(
                    RpmOstree.NAME,
                    "delete and replace kernel arguments in one change",
                    "Make two changes of it: delete first, then replace.");
        }
        var options = Stream.of(
                        options("--append", change.append()),
                        options("--replace", change.replace()),
                        options("--delete", change.delete()))
                .flatMap(List::stream)
                .toList();
        return options.isEmpty()
                ? List.of()
                : run(RpmOstree.changing("kargs", UNCHANGED).with(options));
    }

    /** What it would replace, rpm-ostree refuses by itself. */
    private List<Action> applyLive() {
        if (status.booted().isPresent() && status.booted().equals(status.next())) {
            throw new NothingToAdd();
        }
        return run(RpmOstree.changing("apply-live"));
    }

    private List<Action> unlock(Change.Unlock change) {
        boolean locked = status.booted()
                .filter(deployment -> deployment.unlocked() != Unlocked.NONE)
                .isEmpty();
        return locked ? run(RpmOstree.changing("usroverlay").withIf(change.hotfix(), "--hotfix")) : List.of();
    }

    private List<Action> automatic(Change.Automatic change) {
        var driver = status.driver();
        if (driver != null && change.policy() != AutomaticUpdates.NONE) {
            throw RpmOstree.driven(driver, RpmOstree.changing("upgrade"));
        }
        NotOffered.requireAnyTime(RpmOstree.NAME, change);
        return automatic.actions(change.policy());
    }

    /** A relative name of a file would be one of a package. */
    private static List<String> operands(List<String> names, List<Path> files) {
        return Stream.concat(
                        names.stream().map(InvalidOperand::checked),
                        files.stream()
                                .map(file -> file.toAbsolutePath().normalize().toString()))
                .toList();
    }

    private static List<String> options(String option, List<String> values) {
        return values.stream().map(value -> option + "=" + value).toList();
    }
}
