package dev.hearth.generations;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.FileChange;
import dev.hearth.engine.FileChange.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What is told of all files of a state, without what is in them. */
public final class FileTree {
    private final Map<String, Entry> entries;

    private FileTree(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * What tells one file from another at the same path. As for rsync, two of the same size that were changed in the same
     * second are the same. Owners are not told: rootless engines say them in different ways of containers and images.
     */
    private record Entry(byte type, int mode, long size, long seconds, String link) {}

    /** Reads a tar archive of them; directories count by their being there and by their mode. */
    public static FileTree read(InputStream archive) throws IOException {
        var entries = new TreeMap<String, Entry>();
        var tar = new TarArchiveInputStream(archive);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = path(entry.getName());
            if (!path.equals("/")) {
                entries.put(path, entry(entry));
            }
        }
        return new FileTree(entries);
    }

    /** {@return in which files another state differs from this one} */
    public List<FileChange> changesTo(FileTree other) {
        var changes = new ArrayList<FileChange>();
        entries.forEach((path, entry) -> {
            var now = other.entries.get(path);
            if (now == null) {
                changes.add(change(Kind.REMOVED, path));
            } else if (!now.equals(entry)) {
                changes.add(change(Kind.CHANGED, path));
            }
        });
        other.entries.keySet().stream()
                .filter(path -> !entries.containsKey(path))
                .forEach(path -> changes.add(change(Kind.ADDED, path)));
        return List.copyOf(changes);
    }

    private static FileChange change(Kind kind, String path) {
        return new FileChange(kind, ContainerPath.of(path));
    }

    private static Entry entry(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return new Entry(entry.getLinkFlag(), entry.getMode(), 0, 0, "");
        }
        return new Entry(
                entry.getLinkFlag(),
                entry.getMode(),
                entry.getSize(),
                entry.getLastModifiedTime().toMillis() / 1000,
                entry.getLinkName());
    }

    private static String path(String name) {
        var bare = name.startsWith("./") ? name.substring(2) : name;
        return "/" + (bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
    }
}
