package dev.hearth.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The files of a fake container, beyond those that all have. */
public final class FakeFiles {
    private final Map<String, String> texts;

    FakeFiles() {
        this(Map.of());
    }

    private FakeFiles(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    FakeFiles copy() {
        return new FakeFiles(texts);
    }

    Set<String> paths() {
        return texts.keySet();
    }

    /** {@return what is in them, by path} */
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** Writes a file, over one that is there. */
    public void write(String path, String text) {
        texts.put(path, text);
    }

    /** Removes a file. */
    public void delete(String path) {
        texts.remove(path);
    }

    /** {@return a tar archive of those whose paths are wanted} */
    InputStream tar(Predicate<String> wanted) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            for (var file : texts.entrySet()) {
                if (wanted.test(file.getKey())) {
                    var content = file.getValue().getBytes(StandardCharsets.UTF_8);
                    var entry = new TarArchiveEntry(file.getKey().substring(1));
                    entry.setModTime(Math.floorMod(file.getValue().hashCode(), 1_000_000) * 1000L);
                    entry.setSize(content.length);
                    tar.putArchiveEntry(entry);
                    tar.write(content);
                    tar.closeArchiveEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
