package dev.hearth.os.ostree;

import dev.hearth.os.Change;
import dev.hearth.os.layer.UpdateSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what an origin says after a change of what is asked of the base. */
final class Requests {
    private Requests() {}

    /**
     * {@return the origin with packages requested, and others no longer}
     *
     * @param local the files to install, as they were stored
     * @throws NotRequested when a package to uninstall was never asked for
     * @throws dev.hearth.os.layer.InvalidUpdateSource when newer files cannot be taken from where they are to be
     */
    static Origin after(Origin origin, Change.Packages change, List<String> local) {
        var names = new LinkedHashSet<>(origin.requested());
        var files = new LinkedHashSet<>(origin.requestedLocal());
        for (var name : change.uninstall()) {
            boolean wasName = names.remove(name);
            boolean wasFile = files.removeIf(file -> StoredPackage.parse(file).isNamed(name));
            if (!wasName && !wasFile) {
                throw new NotRequested(name);
            }
        }
        names.addAll(change.install());
        // A file takes the place of an earlier one of the same package.
        local.forEach(file -> files.removeIf(other -> StoredPackage.parse(other)
                .name()
                .equals(StoredPackage.parse(file).name())));
        files.addAll(local);
        return updating(origin.requesting(List.copyOf(names), List.copyOf(files)), local, change.updateFrom());
    }

    /** What is said last holds: a file that is given again, without a place for newer ones, stays as it is. */
    private static Origin updating(Origin origin, List<String> local, @Nullable String updateFrom) {
        var place = updateFrom == null ? null : UpdateSource.parse(updateFrom).text();
        var changed = origin;
        for (var text : local) {
            changed = changed.updating(StoredPackage.parse(text).name(), place);
        }
        return changed;
    }

    /** {@return the origin with packages of the base hidden or exchanged} */
    static Origin after(Origin origin, Change.Overrides change, List<String> local) {
        var removals = new LinkedHashSet<>(origin.removals());
        removals.addAll(change.remove());
        var replacements = new LinkedHashSet<>(origin.replacements());
        local.forEach(file -> replacements.removeIf(other -> StoredPackage.parse(other)
                .name()
                .equals(StoredPackage.parse(file).name())));
        replacements.addAll(local);
        return origin.overriding(List.copyOf(removals), List.copyOf(replacements));
    }

    /**
     * {@return the origin with overrides taken back}
     *
     * @throws NotRequested when a package is not overridden
     */
    static Origin after(Origin origin, Change.ResetOverrides change) {
        if (change.packages().isEmpty()) {
            return origin.overriding(List.of(), List.of());
        }
        var removals = new ArrayList<>(origin.removals());
        var replacements = new ArrayList<>(origin.replacements());
        for (var name : change.packages()) {
            boolean wasRemoval = removals.remove(name);
            boolean wasReplacement =
                    replacements.removeIf(file -> StoredPackage.parse(file).isNamed(name));
            if (!wasRemoval && !wasReplacement) {
                throw NotRequested.override(name);
            }
        }
        return origin.overriding(removals, replacements);
    }

    /** {@return the origin of the pure base, as far as is asked} */
    static Origin after(Origin origin, Change.Reset change) {
        var layersGone = change.layers() ? origin.requesting(List.of(), List.of()) : origin;
        return change.overrides() ? layersGone.overriding(List.of(), List.of()) : layersGone;
    }

    /** {@return what one origin asks for and an earlier one does not: names, and the titles of files} */
    static Set<String> added(Origin before, Origin after) {
        var added = all(after);
        added.removeAll(all(before));
        return added;
    }

    private static Set<String> all(Origin origin) {
        var all = new HashSet<>(origin.requested());
        all.addAll(origin.removals());
        Stream.concat(origin.requestedLocal().stream(), origin.replacements().stream())
                .map(file -> StoredPackage.parse(file).title())
                .forEach(all::add);
        return all;
    }
}
