package dev.hearth.os.etc;

import dev.hearth.os.etc.Decision.By;
import dev.hearth.os.etc.Decision.Conflict;
import dev.hearth.os.etc.Decision.KeepLocal;
import dev.hearth.os.etc.Decision.Merged;
import dev.hearth.os.etc.Decision.Reason;
import dev.hearth.os.etc.Decision.Removed;
import dev.hearth.os.etc.Decision.Skipped;
import dev.hearth.os.etc.Decision.TakeNew;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides about each path of three trees, from the top down. */
final class MergePlanner {
    private final EtcTree oldDefault;
    private final EtcTree newDefault;
    private final EtcTree local;
    private final EtcSources sources;
    private final Resolutions resolutions;
    private final TextMerge texts;
    private final AccountMerge accounts;
    private final NavigableMap<Path, Decision> decisions = new TreeMap<>();
    private final TreeSet<Path> outdated;

    MergePlanner(EtcSources sources, Resolutions resolutions, TextMerge texts) {
        this.oldDefault = sources.oldDefault();
        this.newDefault = sources.newDefault();
        this.local = sources.local();
        this.sources = sources;
        this.resolutions = resolutions;
        this.texts = texts;
        this.accounts = new AccountMerge(sources);
        this.outdated = new TreeSet<>(resolutions.byPath().keySet());
    }

    MergePlan plan() {
        decideChildren(Path.of(""));
        return new MergePlan(sources, decisions, outdated);
    }

    /** Decides about all that is in a directory, and returns whether anything stays that needs it. */
    private boolean decideChildren(Path directory) {
        boolean any = false;
        for (var path : sources.children(directory)) {
            any |= decide(path);
        }
        return any;
    }

    private boolean decide(Path path) {
        var old = oldDefault.at(path);
        var fresh = newDefault.at(path);
        var mine = local.at(path);
        if (isOther(fresh) || isOther(mine)) {
            decisions.put(path, new Skipped());
            return false;
        }
        if (fresh == null) {
            return mine != null && goneUpstream(path, old, mine);
        }
        if (mine == null) {
            goneHere(path, old);
        } else if (fresh.kind() != mine.kind()) {
            differentKinds(path, old);
        } else if (mine.isDirectory()) {
            decisions.put(path, new KeepLocal(metadata(old, fresh, mine)));
            decideChildren(path);
        } else {
            sameKind(path, old, fresh, mine);
        }
        return true;
    }

    private static boolean isOther(@Nullable EtcEntry entry) {
        return entry != null && entry.kind() == EntryKind.OTHER;
    }

    private boolean goneUpstream(Path path, @Nullable EtcEntry old, EtcEntry mine) {
        if (old == null || old.kind() != mine.kind()) {
            keep(path);
            return true;
        }
        boolean stays = mine.isDirectory() ? decideChildren(path) : !local.sameContent(path, oldDefault);
        decisions.put(path, stays ? new KeepLocal(mine.metadata()) : new Removed(By.UPSTREAM));
        return stays;
    }

    private void goneHere(Path path, @Nullable EtcEntry old) {
        if (old == null) {
            take(path);
        } else if (oldDefault.sameSubtree(path, newDefault)) {
            decisions.put(path, new Removed(By.LOCAL));
        } else {
            conflict(path, Reason.REMOVED_LOCALLY, null);
        }
    }

    private void differentKinds(Path path, @Nullable EtcEntry old) {
        if (old != null && local.sameSubtree(path, oldDefault)) {
            take(path);
        } else if (old != null && newDefault.sameSubtree(path, oldDefault)) {
            keep(path);
        } else {
            conflict(path, Reason.KIND_CHANGED, null);
        }
    }

    /** Decides about a file or a link that both sides have. */
    private void sameKind(Path path, @Nullable EtcEntry old, EtcEntry fresh, EtcEntry mine) {
        var metadata = metadata(old, fresh, mine);
        var merged = accounts.text(path);
        if (local.sameContent(path, newDefault)) {
            decisions.put(path, new KeepLocal(metadata));
        } else if (merged.isPresent() && mine.kind() == EntryKind.FILE) {
            decisions.put(path, new Merged(metadata, merged.get()));
        } else if (local.sameContent(path, oldDefault)) {
            decisions.put(path, new TakeNew(metadata));
        } else if (newDefault.sameContent(path, oldDefault) || KnownFiles.isTheMachinesOwn(path)) {
            decisions.put(path, new KeepLocal(metadata));
        } else if (KnownFiles.isGenerated(path)) {
            decisions.put(path, new TakeNew(metadata));
        } else if (mine.kind() == EntryKind.FILE) {
            bothChanged(path, old, metadata);
        } else {
            conflict(path, old == null ? Reason.BOTH_ADDED : Reason.BOTH_CHANGED, null);
        }
    }

    private void bothChanged(Path path, @Nullable EtcEntry old, Metadata metadata) {
        boolean added = old == null || old.kind() != EntryKind.FILE;
        var before = TextMerge.text(added ? new byte[0] : oldDefault.content(path));
        var theirs = TextMerge.text(newDefault.content(path));
        var ours = TextMerge.text(local.content(path));
        if (before.isEmpty() || theirs.isEmpty() || ours.isEmpty()) {
            conflict(path, added ? Reason.BOTH_ADDED : Reason.BINARY, null);
            return;
        }
        var merge = texts.merge(before.get(), theirs.get(), ours.get());
        if (added) {
            // Never merged of itself: an empty file, which masks another, would take the other side's lines.
            conflict(path, Reason.BOTH_ADDED, merge.text());
        } else if (merge.clean()) {
            decisions.put(path, new Merged(metadata, merge.text()));
        } else {
            conflict(path, Reason.BOTH_CHANGED, merge.text());
        }
    }

    private void conflict(Path path, Reason reason, @Nullable String marked) {
        var versions = Versions.of(path, sources);
        var resolved = resolutions.byPath().get(path);
        if (resolved == null || !resolved.versions().equals(versions)) {
            keepBelow(path);
            decisions.put(path, new Conflict(reason, versions, marked));
            return;
        }
        outdated.remove(path);
        switch (resolved.resolution()) {
            case Resolution.Keep() -> keep(path);
            case Resolution.Take() -> take(path);
            case Resolution.Edited(var text) -> decisions.put(path, new Merged(metadata(path), text));
        }
    }

    /** Decides for all that is local at a path and below; for its removal, when nothing is. */
    private void keep(Path path) {
        var mine = local.at(path);
        if (mine == null) {
            decisions.put(path, new Removed(By.LOCAL));
        } else if (isOther(mine)) {
            decisions.put(path, new Skipped());
        } else {
            var fresh = newDefault.at(path);
            boolean both = fresh != null && fresh.kind() == mine.kind();
            decisions.put(path, new KeepLocal(both ? metadata(path) : mine.metadata()));
            keepBelow(path);
        }
    }

    private void keepBelow(Path path) {
        local.children(path).forEach(this::keep);
    }

    /** Decides for all that the new default has at a path and below. */
    private void take(Path path) {
        var fresh = newDefault.at(path);
        if (fresh != null) {
            decisions.put(path, isOther(fresh) ? new Skipped() : new TakeNew(metadata(path)));
            newDefault.children(path).forEach(this::take);
        }
    }

    /** {@return the metadata for a path that the new default has} */
    private Metadata metadata(Path path) {
        var fresh = newDefault.at(path);
        if (fresh == null) {
            throw new IllegalStateException("the new default has no " + path);
        }
        return metadata(oldDefault.at(path), fresh, local.at(path));
    }

    private static Metadata metadata(@Nullable EtcEntry old, EtcEntry fresh, @Nullable EtcEntry mine) {
        if (mine == null || mine.kind() != fresh.kind()) {
            return fresh.metadata();
        }
        boolean comparable = old != null && old.kind() == fresh.kind();
        return Metadata.merged(comparable && old != null ? old.metadata() : null, fresh.metadata(), mine.metadata());
    }
}
