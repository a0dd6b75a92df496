package dev.hearth.homes;

import dev.hearth.homes.HomeChange.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gives the user's home what a pet wrote, path by path; what is done stays done when it is cut off. */
final class HomeMerge {
    private final WrittenFiles files;
    private final Map<HomePath, Written> written;
    private final HomeTree home;
    private final HomeWriter writer;

    HomeMerge(WrittenFiles files, Map<HomePath, Written> written, HomeTree home, HomeWriter writer) {
        this.files = files;
        this.written = written;
        this.home = home;
        this.writer = writer;
    }

    /** Makes these changes, which are sorted by path. */
    void make(List<HomeChange> changes) {
        for (var change : changes) {
            if (change.kind() == Kind.REMOVED) {
                writer.putAway(change.path());
            } else if (change.type() == EntryType.DIRECTORY && !home.isDirectory(change.path())) {
                clear(change.path());
                writer.directory(change.path());
            }
        }
        writeFiles(entries(changes, EntryType.FILE));
        writeLinks(entries(changes, EntryType.LINK));
        // From below: a directory may be one that its owner cannot write to.
        entries(changes, EntryType.DIRECTORY).reversed().forEach(directory -> {
            writer.date(directory.path(), directory.modified());
            writer.permit(directory.path(), directory.mode());
        });
    }

    private List<Written> entries(List<HomeChange> changes, EntryType type) {
        return changes.stream()
                .filter(change -> change.kind() != Kind.REMOVED && change.type() == type)
                .map(change -> written.get(change.path()))
                .toList();
    }

    private void writeFiles(List<Written> all) {
        var names = all.stream().collect(Collectors.groupingBy(Written::inode, HashMap::new, Collectors.toList()));
        Predicate<Written> first =
                file -> names.getOrDefault(file.inode(), List.of()).getFirst().equals(file);
        files.contents(all.stream().filter(first).toList(), (file, content) -> {
            var same = names.getOrDefault(file.inode(), List.of());
            if (same.size() == 1) {
                clearDirectory(file.path());
                writer.file(file.path(), file, content);
            } else {
                writer.keep(file, content);
                same.forEach(this::writeName);
            }
        });
    }

    private void writeName(Written file) {
        clearDirectory(file.path());
        writer.name(file.path(), file);
    }

    private void writeLinks(List<Written> links) {
        var targets = files.targets(links).iterator();
        for (var link : links) {
            clearDirectory(link.path());
            writer.link(link.path(), link, target(targets.next()));
        }
    }

    /** A file takes another's place at once, but not a directory's. */
    private void clearDirectory(HomePath path) {
        if (home.isDirectory(path)) {
            writer.putAway(path);
        }
    }

    private void clear(HomePath path) {
        if (home.find(path).isPresent()) {
            writer.putAway(path);
        }
    }

    /** The target may be no text in the locale's encoding, and no path from the root. */
    private static Path target(String bytes) {
        var encoded = bytes.chars()
                .mapToObj(one -> one == '/' ? "/" : "%%%02X".formatted(one))
                .collect(Collectors.joining());
        var absolute = Path.of(URI.create("file:///" + encoded));
        return bytes.startsWith("/") ? absolute : absolute.subpath(0, absolute.getNameCount());
    }
}
