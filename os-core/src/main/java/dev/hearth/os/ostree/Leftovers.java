package dev.hearth.os.ostree;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEvent;
import java.util.function.Consumer;

/** Puts a sysroot in order after a transaction that failed or was cut off, at whatever point. */
final class Leftovers {
    /** Where a transaction keeps what nothing else refers to. */
    static final String WORK = "work";

    /** Where it tries out what is to be staged. */
    static final String TRIAL = "trial";

    private final Sysroot sysroot;
    private final Ostree ostree;
    private final Deployments deployments;
    private final BootOrder bootOrder;
    private final Journal journal;
    private final StagedNote note;

    Leftovers(
            Sysroot sysroot,
            Ostree ostree,
            Deployments deployments,
            BootOrder bootOrder,
            Journal journal,
            StagedNote note) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.deployments = deployments;
        this.bootOrder = bootOrder;
        this.journal = journal;
        this.note = note;
    }

    /** Clears up after a transaction that nobody is running any more, if there is one, and says so. */
    void clear(Consumer<OsEvent> events) {
        var cutOff = journal.read();
        if (cutOff.isPresent()) {
            boolean tookEffect = undo(cutOff.get(), events);
            events.accept(new OsEvent.Warned("`%s` was cut off while %s; %s"
                    .formatted(
                            cutOff.get().change(),
                            cutOff.get().stage().text(),
                            tookEffect ? "it had taken effect" : "what it left was removed")));
        }
        forgetWhatDoesNotWait();
    }

    /** What came of an earlier shutdown is of no interest once something else is changed. */
    private void forgetWhatDoesNotWait() {
        boolean waits = note.read()
                .filter(entry -> deployments.list().stream()
                        .anyMatch(deployment -> deployment.marks().staged() && entry.isAbout(deployment.id())))
                .isPresent();
        if (!waits) {
            note.erase();
        }
    }

    /** Clears up after the transaction that has just failed. */
    void clearOwn() {
        journal.read().ifPresent(entry -> undo(entry, _ -> {}));
    }

    /** {@return whether the transaction had taken effect before it ended} */
    private boolean undo(Journal.Entry entry, Consumer<OsEvent> events) {
        DirectoryTree.delete(sysroot.extension().resolve(WORK));
        DirectoryTree.delete(sysroot.extension().resolve(TRIAL));
        var menu = BootMenu.read(sysroot);
        var present = deployments.list();
        boolean tookEffect = present.stream()
                .findFirst()
                .filter(first -> !entry.knows(first.id()))
                .isPresent();
        var kept = present.stream()
                .map(Deployment::id)
                .filter(id -> tookEffect || entry.knows(id))
                .toList();
        if (kept.size() < present.size()) {
            bootOrder.arrange(menu, deployments.items(menu, kept));
        }
        new Pruning(ostree, deployments).run(events);
        journal.erase();
        return tookEffect;
    }
}
