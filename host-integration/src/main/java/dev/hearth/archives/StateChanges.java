package dev.hearth.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What a layer says about the state below it.
 *
 * @param written paths of the files that it has
 * @param removed paths of files, or of directories with all that is in them, that it takes away
 */
record StateChanges(NavigableSet<String> written, NavigableSet<String> removed) {
    private static final String REMOVED = ".wh.";

    StateChanges {
        written = Collections.unmodifiableNavigableSet(new TreeSet<>(written));
        removed = Collections.unmodifiableNavigableSet(new TreeSet<>(removed));
    }

    /** Writes the layer; {@code archive} is that of the whole state which the changes lead to. */
    void write(InputStream archive, OutputStream layer) throws IOException {
        var tar = new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name());
        var out = new TarArchiveOutputStream(layer, StandardCharsets.UTF_8.name());
        out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        out.setAddPaxHeadersForNonAsciiNames(true);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (written.contains(StateIndex.path(entry.getName()))) {
                out.putArchiveEntry(entry);
                if (entry.isFile()) {
                    tar.transferTo(out);
                }
                out.closeArchiveEntry();
            }
        }
        for (var path : removed) {
            int name = path.lastIndexOf('/') + 1;
            out.putArchiveEntry(new TarArchiveEntry(path.substring(0, name) + REMOVED + path.substring(name)));
            out.closeArchiveEntry();
        }
        out.finish();
    }
}
