package dev.hearth.os.ostree;

import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.os.OsEvent;
import dev.hearth.os.PrivilegesMissing;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs one change of a sysroot at a time, so that it happens as a whole or leaves no trace. */
final class Transactions {
    private static final Duration PATIENCE = Duration.ZERO;

    private final Sysroot sysroot;
    private final Deployments deployments;
    private final Leftovers leftovers;
    private final Journal journal;
    private final Caller caller;

    Transactions(Sysroot sysroot, Deployments deployments, Leftovers leftovers, Journal journal, Caller caller) {
        this.sysroot = sysroot;
        this.deployments = deployments;
        this.leftovers = leftovers;
        this.journal = journal;
        this.caller = caller;
    }

    /** Notes how far a transaction has come. */
    final class Progress {
        private Journal.Entry entry;

        private Progress(Journal.Entry entry) {
            this.entry = entry;
            journal.write(entry);
        }

        /** Notes what is about to be done. */
        void enter(Stage stage) {
            entry = entry.at(stage);
            journal.write(entry);
        }
    }

    /**
     * Runs a change under the lock, after clearing up what an earlier one may have left.
     *
     * @param change the command, for people
     * @throws dev.hearth.core.lock.AlreadyLocked when another change is being made
     */
    <T> T run(String change, Consumer<OsEvent> events, Function<Progress, T> work) {
        PrivateFiles.directory(sysroot.extension(), caller.uid());
        try (var _ = lock()) {
            leftovers.clear(events);
            var progress = new Progress(Journal.Entry.of(change, deployments.list()));
            try {
                var result = work.apply(progress);
                journal.erase();
                return result;
            } catch (RuntimeException | Error e) {
                clearAfter(e);
                throw e;
            }
        }
    }

    /**
     * Works beside the deployments without changing them, while nobody else does.
     *
     * @param what is done, to say who may do it
     * @throws dev.hearth.core.lock.AlreadyLocked when a change is being made
     * @throws PrivilegesMissing when the sysroot is somebody else's
     */
    <T> T prepare(String what, Supplier<T> work) {
        if (!Files.isWritable(sysroot.repository())) {
            throw new PrivilegesMissing(what);
        }
        PrivateFiles.directory(sysroot.extension(), caller.uid());
        try (var _ = lock()) {
            return work.get();
        }
    }

    /** Where clearing up fails too, as on a full disk, the journal stays and the next command does it. */
    private void clearAfter(Throwable reason) {
        try {
            leftovers.clearOwn();
        } catch (RuntimeException again) {
            reason.addSuppressed(again);
        }
    }

    private ExclusiveLock lock() {
        return ExclusiveLock.acquire(
                sysroot.extension().resolve("lock"),
                "the base '" + sysroot.root() + "'",
                caller.name(),
                PATIENCE,
                _ -> {});
    }
}
