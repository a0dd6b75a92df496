package dev.hearth.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** What tells each file of a state from any other that could be at its path, content included. */
final class StateIndex {
    /** A state that has no file. */
    static final StateIndex NONE = new StateIndex(Map.of());

    private final Map<String, Print> prints;

    private StateIndex(Map<String, Print> prints) {
        this.prints = prints;
    }

    /**
     * A file, told by the first half of a digest.
     *
     * @param link the path of another one that it is the same file as; absent for one with a content of its own
     */
    private record Print(boolean directory, @Nullable String link, long high, long low) {}

    /** Reads an archive to its end. */
    static StateIndex read(InputStream archive) throws IOException {
        var prints = new TreeMap<String, Print>();
        var tar = new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name());
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = path(entry.getName());
            if (!path.isEmpty()) {
                prints.put(path, print(entry, tar));
            }
        }
        return new StateIndex(prints);
    }

    /** {@return the path of an entry, as all archives have it in common} */
    static String path(String name) {
        int begin = 0;
        while (name.startsWith("./", begin) || name.startsWith("/", begin)) {
            begin += name.charAt(begin) == '/' ? 1 : 2;
        }
        int end = name.endsWith("/") ? name.length() - 1 : name.length();
        var path = name.substring(begin, Math.max(begin, end));
        return path.equals(".") ? "" : path;
    }

    /** {@return what another state has to be told for it to become of this one} */
    StateChanges changesTo(StateIndex other) {
        var written = new TreeSet<String>();
        other.prints.forEach((path, print) -> {
            if (!print.equals(prints.get(path))) {
                written.add(path);
            }
        });
        other.writeWholeGroups(written);
        var removed = new TreeSet<String>();
        prints.keySet().stream()
                .filter(path -> !other.prints.containsKey(path) && other.isDirectory(parent(path)))
                .forEach(removed::add);
        // A directory that a layer does not tell of would become root's.
        var parents = new TreeSet<String>();
        written.forEach(path -> addParents(path, parents));
        removed.forEach(path -> addParents(path, parents));
        written.addAll(parents);
        return new StateChanges(written, removed);
    }

    /** Files that are the same one have to be in the same layer. */
    private void writeWholeGroups(Set<String> written) {
        var firsts = new TreeSet<String>();
        prints.forEach((path, print) -> {
            if (print.link() != null && (written.contains(path) || written.contains(print.link()))) {
                firsts.add(print.link());
            }
        });
        prints.forEach((path, print) -> {
            if (print.link() != null && firsts.contains(print.link())) {
                written.add(path);
            }
        });
        written.addAll(firsts);
    }

    private boolean isDirectory(String path) {
        var print = prints.get(path);
        return path.isEmpty() || (print != null && print.directory());
    }

    private static void addParents(String path, Set<String> parents) {
        for (var parent = parent(path); !parent.isEmpty(); parent = parent(parent)) {
            parents.add(parent);
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static Print print(TarArchiveEntry entry, InputStream content) throws IOException {
        var digest = Blob.sha256();
        digest.update(description(entry).getBytes(StandardCharsets.UTF_8));
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(sink);
        }
        var half = ByteBuffer.wrap(digest.digest());
        return new Print(
                entry.isDirectory(), entry.isLink() ? path(entry.getLinkName()) : null, half.getLong(), half.getLong());
    }

    private static String description(TarArchiveEntry entry) {
        return String.join(
                "\0",
                Byte.toString(entry.getLinkFlag()),
                Integer.toOctalString(entry.getMode()),
                Long.toString(entry.getLongUserId()),
                Long.toString(entry.getLongGroupId()),
                // What is in a directory is told by that.
                entry.isDirectory() ? "" : entry.getLastModifiedTime().toString(),
                entry.getLinkName(),
                Integer.toString(entry.getDevMajor()),
                Integer.toString(entry.getDevMinor()),
                new TreeMap<>(attributes(entry)).toString());
    }

    private static Map<String, String> attributes(TarArchiveEntry entry) {
        var attributes = new HashMap<>(entry.getExtraPaxHeaders());
        attributes.keySet().removeIf(name -> !name.contains(".xattr."));
        return attributes;
    }
}
