package dev.hearth.os.tryout;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.core.process.Processes;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Deployment;
import dev.hearth.os.NotOffered;
import dev.hearth.os.OsEvent;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Space;
import dev.hearth.os.Step;
import dev.hearth.os.health.HealthConfiguration;
import dev.hearth.os.machine.VirtualMachine;
import dev.hearth.os.ostree.Sysroot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Boots a copy of what boots next in a virtual machine, and has this machine's own checks judge it there. The base is
 * only read.
 */
public final class Tryout {
    /** Says to checks where they are, which some want to know. */
    private static final Map<String, String> ENVIRONMENT = Map.of("HEARTH_TRY", "1");

    /** For what the machine writes, and for the file systems' own. */
    private static final long MARGIN = 512L << 20;

    private final BaseOs os;
    private final Sysroot sysroot;
    private final Path root;
    private final Processes processes;
    private final PrivateDirectory directory;
    private final String holder;

    /**
     * Tries what a base boots next.
     *
     * @param sysroot where it lies
     * @param root of what runs
     * @param directory for all that it takes; the console of the last machine stays there
     * @param holder what others are told of this process
     */
    public Tryout(
            BaseOs os, Sysroot sysroot, Path root, Processes processes, PrivateDirectory directory, String holder) {
        this.os = os;
        this.sysroot = sysroot;
        this.root = root;
        this.processes = processes;
        this.directory = directory;
        this.holder = holder;
    }

    /**
     * {@return what was found}
     *
     * @throws NothingToTry when what boots next runs already
     * @throws NoRoomToTry when a copy finds no room
     * @throws dev.hearth.os.machine.MachineToolMissing when nothing can be booted here
     */
    public TryoutResult run(VirtualMachine.Hardware hardware, Consumer<OsEvent> events) {
        var place = directory.prepared();
        try (var _ = ExclusiveLock.acquire(place.resolve("lock"), "what boots next", holder, Duration.ZERO, _ -> {})) {
            var work = place.resolve("machine");
            // What one that was killed left behind has this machine's secrets.
            DirectoryTree.delete(work);
            var status = os.status();
            var candidate = Candidate.of(status);
            requireDeployment(status, candidate.pending());
            // People know where the machine's own file is, if it cannot be understood.
            var _ = HealthConfiguration.read(configured(candidate));
            var machine = new VirtualMachine(work, candidate.pending().id().stateroot(), processes);
            var state = ServiceState.in(var(candidate), place, processes);
            requireRoom(place, candidate, state);
            DirectoryTree.makePrivate(work);
            try {
                return tried(candidate, state, machine, hardware, events);
            } finally {
                DirectoryTree.delete(work);
            }
        }
    }

    private TryoutResult tried(
            Candidate candidate,
            ServiceState state,
            VirtualMachine machine,
            VirtualMachine.Hardware hardware,
            Consumer<OsEvent> events) {
        var pending = candidate.pending();
        events.accept(new OsEvent.Began(new Step("Copy " + pending.id().abbreviated() + " and its configuration")));
        var copy = new MachineCopy(sysroot, root, machine.sysroot(), processes);
        var deployed = copy.deploy(candidate);
        state.copy(machine.sysroot().var(), processes, events);
        var checks = TryoutChecks.of(deployed, directory.owner());
        var tasks = new VirtualMachine.Tasks(checks.tasks(), checks.limit(), ENVIRONMENT);
        var report = machine.boot(deployed, tasks, hardware, events);
        var leftOut = new ArrayList<>(checks.leftOut());
        leftOut.addAll(copy.leftOut());
        leftOut.addAll(state.leftOut());
        return new TryoutResult(
                pending,
                report.trouble(pending.id().checksum(), checks.tasks()),
                checks.found(report),
                leftOut,
                kept(machine.console()));
    }

    private Path kept(Path console) {
        try {
            return Files.move(console, directory.file("console"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireDeployment(OsStatus status, Deployment pending) {
        if (!sysroot.exists() || !DirectoryTree.isDirectory(sysroot.deployment(pending.id()))) {
            throw new NotOffered(
                    status.engine(),
                    "give a virtual machine what boots next without an ostree repository",
                    "`hearth os health enable` has it left by itself if it does not work.");
        }
    }

    private Path configured(Candidate candidate) {
        var earlier = candidate.mergedFrom();
        return sysroot.deployment((earlier == null ? candidate.pending() : earlier).id());
    }

    /** What runs has its own mounted, wherever that lies. */
    private Path var(Candidate candidate) {
        return candidate.running() == null
                ? sysroot.var(candidate.pending().id().stateroot())
                : root.resolve("var");
    }

    /** Twice: as files, and on the disk that is made of them. */
    private void requireRoom(Path place, Candidate candidate, ServiceState state) {
        var trees =
                new ArrayList<>(List.of(sysroot.deployment(candidate.pending().id())));
        var earlier = candidate.mergedFrom();
        if (earlier != null) {
            trees.add(sysroot.deployment(earlier.id()));
        }
        long needed = 2 * (ServiceState.size(processes, trees) + state.bytes()) + MARGIN;
        long free = Space.of(place).free();
        if (needed > free) {
            throw new NoRoomToTry(place, needed, free);
        }
    }
}
