package dev.hearth.homes;

import dev.hearth.homes.HomeChange.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How what a pet sees of its owner's home differs from that home. */
public final class PetChanges {
    private final NavigableMap<HomePath, Written> written;
    private final List<HomeChange> all;

    /**
     * Keeps what was found.
     *
     * @param written all that the kernel keeps, also what makes no difference any more
     * @param all what differs, sorted by path
     */
    PetChanges(NavigableMap<HomePath, Written> written, List<HomeChange> all) {
        this.written = written;
        this.all = List.copyOf(all);
    }

    /** {@return what differs, sorted by path} */
    public List<HomeChange> all() {
        return all;
    }

    NavigableMap<HomePath, Written> written() {
        return written;
    }

    /**
     * Compares.
     *
     * @param hidden a directory of the home that no pet can see
     */
    static PetChanges between(WrittenFiles files, HomeTree home, Optional<HomePath> hidden) {
        var written = new TreeMap<>(files.list());
        hidden.ifPresent(path -> written.keySet().removeIf(other -> other.startsWith(path)));
        var found = new TreeMap<HomePath, HomeChange>();
        // The home first: what is made in it a moment later would otherwise look as if the pet had removed it.
        var shared = new ArrayList<>(List.of(HomePath.TOP));
        written.values().stream()
                .filter(entry -> entry.type() == EntryType.DIRECTORY && home.isDirectory(entry.path()))
                .map(Written::path)
                .forEach(shared::add);
        var there = shared.stream()
                .flatMap(directory -> home.children(directory).stream())
                .filter(path -> hidden.filter(path::equals).isEmpty())
                .toList();
        var seen = files.children(shared);
        for (var path : there) {
            if (!seen.contains(path)) {
                removed(path, written, home).ifPresent(change -> found.put(path, change));
            }
        }
        for (var entry : written.values()) {
            if (!entry.gone()) {
                compared(entry, home).ifPresent(change -> found.put(entry.path(), change));
            }
        }
        return new PetChanges(written, List.copyOf(found.values()));
    }

    private static Optional<HomeChange> removed(HomePath path, NavigableMap<HomePath, Written> written, HomeTree home) {
        var evidence = written.getOrDefault(path, written.get(path.parent()));
        return home.find(path)
                .map(entry -> new HomeChange(
                        path,
                        Kind.REMOVED,
                        entry.type(),
                        entry.size(),
                        evidence == null || home.changedAfter(path, evidence.since())));
    }

    private static Optional<HomeChange> compared(Written entry, HomeTree home) {
        var other = home.find(entry.path());
        if (other.isEmpty()) {
            return Optional.of(new HomeChange(entry.path(), Kind.ADDED, entry.type(), entry.size(), false));
        }
        if (entry.isSame(other.get())) {
            return Optional.empty();
        }
        boolean bothDirectories =
                entry.type() == EntryType.DIRECTORY && other.get().type() == EntryType.DIRECTORY;
        boolean conflict = !bothDirectories && home.changedAfter(entry.path(), entry.since());
        return Optional.of(new HomeChange(entry.path(), Kind.CHANGED, entry.type(), entry.size(), conflict));
    }

    /**
     * {@return the changes at these paths and below them; all when there is none}
     *
     * @throws NothingChangedThere when there is no change at one
     */
    public List<HomeChange> at(List<HomePath> paths) {
        for (var path : paths) {
            if (all.stream().noneMatch(change -> change.path().startsWith(path))) {
                throw new NothingChangedThere(path);
            }
        }
        return all.stream()
                .filter(change -> paths.isEmpty() || paths.stream().anyMatch(change.path()::startsWith))
                .toList();
    }

    /** {@return these changes, and the directories that have to be there for them} */
    List<HomeChange> withDirectories(List<HomeChange> some) {
        return all.stream()
                .filter(change -> some.contains(change)
                        || (change.type() == EntryType.DIRECTORY
                                && change.kind() != Kind.REMOVED
                                && some.stream().anyMatch(other -> other.path().startsWith(change.path()))))
                .toList();
    }

    /** {@return what of the kernel's is of no use once only these changes are left; the tops of it} */
    public List<HomePath> useless(Collection<HomeChange> left) {
        var needed = new HashSet<HomePath>();
        for (var change : left) {
            for (var path = change.path(); !path.isTop(); path = path.parent()) {
                needed.add(path);
            }
        }
        var useless = new ArrayList<HomePath>();
        for (var path : written.keySet()) {
            boolean below = !useless.isEmpty() && path.startsWith(useless.getLast());
            if (!below && !needed.contains(path)) {
                useless.add(path);
            }
        }
        return useless;
    }

    /**
     * {@return what of the kernel's makes these changes; all when none is named}
     *
     * @throws RemovedWithDirectory when something is missing because its whole directory was made anew
     */
    public List<HomePath> making(List<HomePath> paths) {
        if (paths.isEmpty()) {
            return useless(List.of());
        }
        for (var path : paths) {
            if (!written.containsKey(path)) {
                throw new RemovedWithDirectory(path, path.parent());
            }
        }
        return paths;
    }
}
