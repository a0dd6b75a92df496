package dev.hearth.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs files as engines want them. */
final class Archive {
    private Archive() {}

    /** {@return a tar archive of the files, all of them root's} */
    static byte[] of(List<PackedFile> files) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = open(bytes)) {
            for (var file : files) {
                var content = file.content().getBytes(StandardCharsets.UTF_8);
                var entry = new TarArchiveEntry(file.name());
                entry.setMode(file.mode());
                entry.setSize(content.length);
                entry.setIds(0, 0);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static TarArchiveOutputStream open(ByteArrayOutputStream bytes) {
        var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return tar;
    }
}
