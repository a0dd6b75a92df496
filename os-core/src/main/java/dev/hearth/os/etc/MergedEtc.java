package dev.hearth.os.etc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * The configuration of a new deployment, as a merge makes it.
 *
 * <p>Each path is replaced in one step, and only where it is not yet as it should be, so that a run that was killed is
 * simply repeated. The caller has a lock, and lets nobody boot the deployment before the end.
 */
public final class MergedEtc {
    private final Path target;
    private final Consumer<Path> beforeStep;

    /** Writes into a directory that is empty, or that ostree has filled by a merge of its own. */
    public MergedEtc(Path target) {
        this(target, _ -> {});
    }

    /** Tells before each step which path it is about. */
    MergedEtc(Path target, Consumer<Path> beforeStep) {
        this.target = target;
        this.beforeStep = beforeStep;
    }

    /**
     * Makes the directory what the plan says. Conflicts that nobody has decided leave what is local.
     *
     * @throws EtcMissing when the directory is not there
     * @throws EtcForbidden when a file may not be written
     * @throws EtcChanged when a file is not any more what the plan was made for
     */
    public EtcReport write(MergePlan plan) {
        var present = EtcTree.read(target);
        return EtcWork.of(() -> {
            try (var staging = Staging.open(target)) {
                return new Run(plan, present, staging).go();
            }
        });
    }

    private final class Run {
        private final NavigableMap<Path, Wanted> outcome;
        private final EtcTree present;
        private final Staging staging;
        private final List<Path> written = new ArrayList<>();
        private final List<Path> removed = new ArrayList<>();
        private final SortedSet<Path> skipped;

        Run(MergePlan plan, EtcTree present, Staging staging) {
            this.outcome = plan.outcome();
            this.present = present;
            this.staging = staging;
            this.skipped = plan.skipped();
        }

        EtcReport go() throws IOException {
            // From below, so that a directory is empty when its turn comes.
            for (var path : new ArrayList<>(present.paths()).reversed()) {
                if (!outcome.containsKey(path)) {
                    remove(path);
                }
            }
            for (var entry : outcome.entrySet()) {
                write(entry.getKey(), entry.getValue());
            }
            return new EtcReport(written, removed.reversed(), List.copyOf(skipped));
        }

        private void remove(Path path) throws IOException {
            var entry = present.at(path);
            if (entry != null && entry.kind() == EntryKind.OTHER) {
                skipped.add(path);
            } else if (skipped.stream().noneMatch(left -> left.startsWith(path))) {
                beforeStep.accept(path);
                try (var parent = HeldDirectory.openParent(target, path)) {
                    parent.delete(path.getFileName());
                }
                removed.add(path);
            }
        }

        private void write(Path path, Wanted wanted) throws IOException {
            var now = present.at(path);
            if (now != null && isAsWanted(path, now, wanted)) {
                return;
            }
            beforeStep.accept(path);
            staging.make(path, wanted);
            var name = path.getFileName();
            try (var parent = HeldDirectory.openParent(target, path)) {
                if (now != null && now.isDirectory()) {
                    // What stays of a directory has been left in it; what does not was removed before.
                    staging.moveContentsFrom(parent, name);
                }
                if (now != null && (now.isDirectory() || wanted.isDirectory(path))) {
                    beforeStep.accept(path);
                    parent.delete(name);
                }
                beforeStep.accept(path);
                staging.moveTo(parent, name);
            }
            written.add(path);
        }

        private boolean isAsWanted(Path path, EtcEntry now, Wanted wanted) {
            return now.metadata().equals(wanted.metadata())
                    && switch (wanted) {
                        case Wanted.Copy(var from, var _) -> present.sameContent(path, from);
                        case Wanted.Text(var _, var _, var text) ->
                            now.kind() == EntryKind.FILE
                                    && Arrays.equals(present.content(path), text.getBytes(StandardCharsets.UTF_8));
                    };
        }
    }
}
