package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a merge would do, path by path; nothing has been done yet.
 *
 * @param decisions one for each path of the outcome and for each that is removed or skipped, sorted
 * @param outdated the paths whose resolutions were about other contents, or are needed no more
 */
public record MergePlan(EtcSources sources, NavigableMap<Path, Decision> decisions, SortedSet<Path> outdated) {
    public MergePlan {
        decisions = Collections.unmodifiableNavigableMap(new TreeMap<>(decisions));
        outdated = Collections.unmodifiableSortedSet(new TreeSet<>(outdated));
    }

    /** {@return the conflicts that nobody has decided yet} */
    public NavigableMap<Path, Decision.Conflict> conflicts() {
        var conflicts = new TreeMap<Path, Decision.Conflict>();
        decisions.forEach((path, decision) -> {
            if (decision instanceof Decision.Conflict conflict) {
                conflicts.put(path, conflict);
            }
        });
        return Collections.unmodifiableNavigableMap(conflicts);
    }

    /** {@return the decisions by which the configuration becomes another than it is now, conflicts included} */
    public NavigableMap<Path, Decision> changes() {
        var changes = new TreeMap<>(decisions);
        changes.entrySet().removeIf(entry -> isAsNow(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableNavigableMap(changes);
    }

    private boolean isAsNow(Path path, Decision decision) {
        var now = sources.local().at(path);
        return switch (decision) {
            case Decision.KeepLocal(var metadata) -> now != null && metadata.equals(now.metadata());
            case Decision.Removed(var by) -> by == Decision.By.LOCAL;
            case Decision.Skipped() -> true;
            case Decision.TakeNew _, Decision.Merged _, Decision.Conflict _ -> false;
        };
    }

    /** {@return the pipes, sockets and devices that are left out} */
    SortedSet<Path> skipped() {
        var skipped = new TreeSet<>(decisions.keySet());
        skipped.removeIf(path -> !(decisions.get(path) instanceof Decision.Skipped));
        return skipped;
    }

    /** {@return what is to lie at each path in the end} */
    NavigableMap<Path, Wanted> outcome() {
        var outcome = new TreeMap<Path, Wanted>();
        decisions.forEach((path, decision) -> wanted(path, decision).ifPresent(wanted -> outcome.put(path, wanted)));
        return outcome;
    }

    private Optional<Wanted> wanted(Path path, Decision decision) {
        var local = sources.local();
        var now = local.at(path);
        return switch (decision) {
            case Decision.TakeNew(var metadata) -> Optional.of(new Wanted.Copy(sources.newDefault(), metadata));
            case Decision.KeepLocal(var metadata) -> Optional.of(new Wanted.Copy(local, metadata));
            case Decision.Merged(var metadata, var text) ->
                Optional.of(new Wanted.Text(now == null ? sources.newDefault() : local, metadata, text));
            case Decision.Conflict _ -> Optional.ofNullable(now).map(entry -> new Wanted.Copy(local, entry.metadata()));
            case Decision.Removed _, Decision.Skipped _ -> Optional.empty();
        };
    }
}
