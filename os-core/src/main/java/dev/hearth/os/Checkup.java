package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Finding.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds out what waits, and what is wrong, with a base. */
public final class Checkup {
    private static final List<String> UNITS = List.of("ostree-finalize-staged.service", "ostree-boot-complete.service");

    private static final String OWN = "ostree";

    private final BaseOs os;
    private final BaseConfiguration configuration;
    private final Processes processes;
    private final Path root;
    private final Function<Path, Space> space;

    /**
     * Looks at a base.
     *
     * @param root of the file system that has its {@code /boot}: {@code /}, or a sysroot's directory
     */
    public Checkup(BaseOs os, BaseConfiguration configuration, Processes processes, Path root) {
        this(os, configuration, processes, root, Space::of);
    }

    Checkup(BaseOs os, BaseConfiguration configuration, Processes processes, Path root, Function<Path, Space> space) {
        this.os = os;
        this.configuration = configuration;
        this.processes = processes;
        this.root = root;
        this.space = space;
    }

    /** {@return all that was found, what is wrong first} */
    public List<Finding> run() {
        var status = os.status();
        var found = new ArrayList<Finding>();
        history(found);
        finalization(found);
        os.unfinished()
                .ifPresent(sentence ->
                        found.add(new Finding(Kind.CHANGE_INTERRUPTED, sentence, "Make the change again.")));
        space(found);
        deployments(status, found);
        configuration(found);
        var sorted = new ArrayList<>(found.stream().filter(Finding::isWrong).toList());
        found.stream().filter(finding -> !finding.isWrong()).forEach(sorted::add);
        return List.copyOf(sorted);
    }

    /** {@return why the last change did not happen, or is not what boots next, in words; empty where nothing went wrong} */
    public Optional<String> trouble(OsStatus status) {
        var unfinished = os.unfinished();
        // What hearth staged is noted; else systemd has to be asked.
        if (!status.engine().equals(OWN) || unfinished.isPresent()) {
            var found = new ArrayList<Finding>();
            finalization(found);
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst().sentence());
            }
        }
        return unfinished.isPresent()
                ? unfinished
                : os.history().stream().findFirst().flatMap(Checkup::trouble);
    }

    private static Optional<String> trouble(PastChange latest) {
        var what = "`%s` of %s at %s"
                .formatted(latest.request().command(), latest.request().user(), latest.began());
        return switch (latest.result()) {
            case INTERRUPTED -> Optional.of(what + " was cut off; what it left is cleared away by the next change");
            case FAILED -> Optional.of(what + " failed: " + latest.message());
            case CANCELLED -> Optional.of(what + " was cancelled");
            case DONE, UNCHANGED, RUNNING -> Optional.empty();
        };
    }

    private void history(List<Finding> found) {
        os.history().stream().findFirst().ifPresent(latest -> {
            switch (latest.result()) {
                case RUNNING ->
                    found.add(new Finding(
                            Kind.CHANGE_RUNNING,
                            "`%s` of %s is running"
                                    .formatted(
                                            latest.request().command(),
                                            latest.request().user()),
                            "Wait for it to end."));
                case INTERRUPTED ->
                    found.add(new Finding(
                            Kind.CHANGE_INTERRUPTED,
                            "`%s` of %s was cut off at %s"
                                    .formatted(
                                            latest.request().command(),
                                            latest.request().user(),
                                            latest.began()),
                            "Run it again; what it left is cleared away first."));
                case DONE, UNCHANGED, FAILED, CANCELLED -> {}
            }
        });
    }

    private void finalization(List<Finding> found) {
        if (Files.exists(root.resolve("boot/ostree/finalize-failure.stamp"))) {
            found.add(failedToFinalize("The last shutdown could not write out the staged deployment"));
            return;
        }
        boolean isHost = root.getParent() == null;
        if (isHost && processes.locate("systemctl").isPresent()) {
            for (var unit : UNITS) {
                if (processes
                        .run(Command.of("systemctl", "is-failed", "--quiet", unit))
                        .succeeded()) {
                    found.add(failedToFinalize("The unit " + unit + " failed" + said(unit)));
                    return;
                }
            }
        }
    }

    /** What the unit said last, and why: of the boot before where it failed while that ended. */
    private String said(String unit) {
        var boot = unit.equals(UNITS.getFirst()) ? "-1" : "0";
        var journal =
                Command.of("journalctl", "--boot=" + boot, "--unit=" + unit, "--output=cat", "--lines=20", "--quiet");
        try {
            return processes
                    .run(journal)
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("error:"))
                    .reduce((_, last) -> last)
                    .map(line -> ": "
                            + Printable.line(line.substring("error:".length()).strip()))
                    .orElse("");
        } catch (Failure _) {
            // Not everybody may read it, and not everybody has it.
            return "";
        }
    }

    private static Finding failedToFinalize(String sentence) {
        return new Finding(
                Kind.FINALIZATION_FAILED, sentence, "`journalctl -b -1 -u ostree-finalize-staged.service` says why.");
    }

    private void space(List<Finding> found) {
        var repository = root.resolve("ostree/repo");
        if (Files.isDirectory(repository) && space.apply(repository).isTooLittleToFetch()) {
            found.add(new Finding(
                    Kind.SPACE_LOW,
                    "There is too little room for another version of the base: ostree refuses to fetch one",
                    "`hearth os cleanup --temporary --metadata` makes room, `hearth os undeploy` drops a deployment."));
        }
        kernels(found);
    }

    /** The next version may bring a kernel of its own, as large as the largest of now. */
    private void kernels(List<Finding> found) {
        var boot = root.resolve("boot");
        if (!Files.isDirectory(boot)) {
            return;
        }
        long largest = KernelSets.largest(boot.resolve("ostree"));
        if (space.apply(boot).free() < largest) {
            found.add(new Finding(
                    Kind.SPACE_LOW,
                    "There is no room for another kernel in '" + boot + "'",
                    "`hearth os undeploy` drops a deployment, and with it its kernel."));
        }
    }

    private static void deployments(OsStatus status, List<Finding> found) {
        var transaction = status.transaction();
        if (transaction != null) {
            found.add(new Finding(
                    Kind.CHANGE_RUNNING, status.engine() + " is busy: " + transaction, "`hearth os cancel` stops it."));
        }
        if (status.needsReboot()) {
            found.add(new Finding(
                    Kind.REBOOT_PENDING,
                    "Another deployment boots next than the one that runs",
                    "`systemctl reboot` boots it; `hearth os diff` shows what differs."));
        }
        status.next().ifPresent(next -> next(next, found));
        status.booted()
                .filter(booted -> booted.unlocked() != Unlocked.NONE)
                .ifPresent(_ -> found.add(new Finding(
                        Kind.UNLOCKED,
                        "A layer lies over /usr: what runs is not only what was deployed",
                        "The next upgrade gives what was changed there up.")));
    }

    private static void next(Deployment next, List<Finding> found) {
        next.layering()
                .inactive()
                .forEach(inactive -> found.add(new Finding(
                        Kind.REQUEST_INACTIVE,
                        "The request '%s' is not in effect: %s".formatted(inactive.request(), inactive.reason()),
                        null)));
        var error = next.remarks().remoteError();
        if (error != null) {
            found.add(new Finding(Kind.SOURCE_UNUSABLE, "There is something wrong with the remote: " + error, null));
        }
        var withdrawn = next.remarks().withdrawn();
        if (withdrawn != null) {
            found.add(new Finding(
                    Kind.WITHDRAWN,
                    "What boots next was taken back by its maker: " + withdrawn.reason(),
                    "`hearth os upgrade` goes back."));
        }
        var end = next.remarks().endOfLife();
        if (end != null) {
            found.add(new Finding(Kind.END_OF_LIFE, end, "`hearth os rebase` moves to another line of versions."));
        }
    }

    private void configuration(List<Finding> found) {
        try {
            configuration
                    .conflicts()
                    .keySet()
                    .forEach(path -> found.add(new Finding(
                            Kind.CONFIGURATION_CONFLICT,
                            "/etc/" + path + " was changed both locally and by the new version",
                            "`hearth os config-merge` shows and decides it.")));
        } catch (Failure.Denied denied) {
            found.add(new Finding(
                    Kind.UNCHECKED,
                    "The configuration could not be looked at: " + denied.message(),
                    "Only root can check all of it."));
        }
    }
}
