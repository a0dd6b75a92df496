package dev.hearth.archives;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageLayer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes an image as an archive, whole or not at all.
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

    /** Writes the archive of an image with these layers, each packed by gzip. */
    public void write(ArchivedImage image, List<ImageLayer> layers) throws IOException {
        var archive = beside();
        try {
            write(image, layers, archive);
            Files.move(archive, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private static void write(ArchivedImage image, List<ImageLayer> layers, Path archive) throws IOException {
        var contents = new ArrayList<Blob>();
        for (var layer : layers) {
            contents.add(content(layer));
        }
        var configuration = configuration(image, layers);
        var manifest = manifest(Blob.of(CONFIGURATION, configuration), contents);
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
            var written = new HashSet<Blob>();
            for (int number = 0; number < layers.size(); number++) {
                if (written.add(contents.get(number))) {
                    begin(out, contents.get(number).path(), contents.get(number).size());
                    Files.copy(layers.get(number).file(), out);
                    out.closeArchiveEntry();
                }
            }
        }
    }

    private static Blob content(ImageLayer layer) throws IOException {
        try (var packed = Files.newInputStream(layer.file())) {
            return new Blob(LAYER, Blob.digest(packed), Files.size(layer.file()));
        }
    }

    private static String configuration(ArchivedImage image, List<ImageLayer> layers) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("Env", image.environment());
        settings.put("Labels", image.labels());
        var json = new LinkedHashMap<String, Object>();
        json.put("created", image.created().toString());
        json.put("architecture", image.architecture());
        json.put("os", "linux");
        json.put("config", settings);
        json.put(
                "rootfs",
                Map.of(
                        "type",
                        "layers",
                        "diff_ids",
                        layers.stream().map(ImageLayer::diffId).toList()));
        var origin = Map.of("created", image.created().toString(), "created_by", "hearth export-pet");
        json.put("history", Collections.nCopies(layers.size(), origin));
        return Json.write(json);
    }

    private static String manifest(Blob configuration, List<Blob> layers) {
        var json = new LinkedHashMap<String, Object>();
        json.put("schemaVersion", 2);
        json.put("mediaType", MANIFEST);
        json.put("config", configuration.descriptor());
        json.put("layers", layers.stream().map(Blob::descriptor).toList());
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

    private Path beside() {
        try {
            // Temporary files are their owner's alone.
            return Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
