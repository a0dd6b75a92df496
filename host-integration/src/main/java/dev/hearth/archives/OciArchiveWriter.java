package dev.hearth.archives;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.hearth.engine.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes an image of one layer as an archive, whole or not at all.
 *
 * <p>What is in flight lies beside the file, readable for its owner only, since a pet may hold secrets.
 */
public final class OciArchiveWriter {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIGURATION = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

    private final Path file;

    public OciArchiveWriter(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Writes the archive.
     *
     * @param tar of the image's root
     */
    public void write(ArchivedImage image, InputStream tar) throws IOException {
        var layer = beside(".layer");
        try {
            var archive = beside(".new");
            try {
                write(image, layer, tar, archive);
                Files.move(archive, file, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(archive);
            }
        } finally {
            Files.deleteIfExists(layer);
        }
    }

    private void write(ArchivedImage image, Path layer, InputStream tar, Path archive) throws IOException {
        var whole = Blob.sha256();
        var packed = Blob.sha256();
        try (var raw = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(layer)), packed);
                var compressed = new DigestOutputStream(new Quick(raw), whole)) {
            tar.transferTo(compressed);
        }
        var content = new Blob(LAYER, Blob.hex(packed), Files.size(layer));
        var configuration = configuration(image, "sha256:" + Blob.hex(whole));
        var manifest = manifest(Blob.of(CONFIGURATION, configuration), content);
        try (var out = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(archive)), StandardCharsets.UTF_8.name())) {
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            // Skopeo gives directories that are only implied to root, which no ordinary user may.
            begin(out, "blobs/", 0);
            out.closeArchiveEntry();
            begin(out, Blob.DIRECTORY, 0);
            out.closeArchiveEntry();
            add(out, "oci-layout", Json.write(Map.of("imageLayoutVersion", "1.0.0")));
            add(out, "index.json", index(image, Blob.of(MANIFEST, manifest)));
            add(out, Blob.of(MANIFEST, manifest).path(), manifest);
            add(out, Blob.of(CONFIGURATION, configuration).path(), configuration);
            begin(out, content.path(), content.size());
            Files.copy(layer, out);
            out.closeArchiveEntry();
        }
    }

    private static String configuration(ArchivedImage image, String layer) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("Env", image.environment());
        settings.put("Labels", image.labels());
        var json = new LinkedHashMap<String, Object>();
        json.put("created", image.created().toString());
        json.put("architecture", image.architecture());
        json.put("os", "linux");
        json.put("config", settings);
        json.put("rootfs", Map.of("type", "layers", "diff_ids", List.of(layer)));
        json.put("history", List.of(Map.of("created", image.created().toString(), "created_by", "hearth export-pet")));
        return Json.write(json);
    }

    private static String manifest(Blob configuration, Blob layer) {
        var json = new LinkedHashMap<String, Object>();
        json.put("schemaVersion", 2);
        json.put("mediaType", MANIFEST);
        json.put("config", configuration.descriptor());
        json.put("layers", List.of(layer.descriptor()));
        return Json.write(json);
    }

    private static String index(ArchivedImage image, Blob manifest) {
        var entry = manifest.descriptor();
        entry.put("annotations", Map.of("org.opencontainers.image.ref.name", image.name()));
        entry.put("platform", Map.of("architecture", image.architecture(), "os", "linux"));
        var json = new LinkedHashMap<String, Object>();
        json.put("schemaVersion", 2);
        json.put("manifests", List.of(entry));
        return Json.write(json);
    }

    private static void add(TarArchiveOutputStream out, String path, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(out, path, bytes.length);
        out.write(bytes);
        out.closeArchiveEntry();
    }

    private static void begin(TarArchiveOutputStream out, String path, long size) throws IOException {
        var entry = new TarArchiveEntry(path);
        entry.setSize(size);
        entry.setModTime(0);
        out.putArchiveEntry(entry);
    }

    private Path beside(String ending) {
        try {
            // Temporary files are their owner's alone.
            return Files.createTempFile(file.getParent(), "." + file.getFileName(), ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pet is large, and waited for: the last tenth of its size is not worth three times the time. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
