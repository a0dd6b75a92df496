package dev.hearth.engine.docker;

import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageLayer;
import dev.hearth.images.LayeredImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Images as both engines take them: an archive of layers and descriptions, in which each layer is once. */
final class LoadArchive {
    private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;

    private final Map<Path, String> layers = new LinkedHashMap<>();
    private final Map<String, byte[]> descriptions = new LinkedHashMap<>();
    private final List<Map<String, Object>> manifest = new ArrayList<>();

    LoadArchive(List<LayeredImage> images) {
        images.forEach(this::add);
    }

    private void add(LayeredImage image) {
        for (var layer : image.layers()) {
            layers.computeIfAbsent(layer.file(), _ -> "layer-" + layers.size() + ".tar");
        }
        var description = Json.write(description(image)).getBytes(StandardCharsets.UTF_8);
        var name = sha256(description) + ".json";
        descriptions.put(name, description);
        var entry = new LinkedHashMap<String, Object>();
        entry.put("Config", name);
        entry.put(
                "RepoTags",
                image.names().stream().map(each -> PullName.of(each).toString()).toList());
        entry.put(
                "Layers",
                image.layers().stream().map(layer -> layers.get(layer.file())).toList());
        manifest.add(entry);
    }

    private static Map<String, Object> description(LayeredImage image) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("Env", image.configuration().environment());
        settings.put("Cmd", image.configuration().command());
        settings.put("Labels", image.configuration().labels());
        var created = image.created().toString();
        var json = new LinkedHashMap<String, Object>();
        json.put("created", created);
        json.put("architecture", image.architecture());
        json.put("os", "linux");
        json.put("config", settings);
        json.put(
                "rootfs",
                Map.of(
                        "type",
                        "layers",
                        "diff_ids",
                        image.layers().stream().map(ImageLayer::diffId).toList()));
        json.put(
                "history",
                Collections.nCopies(image.layers().size(), Map.of("created", created, "created_by", "hearth")));
        return json;
    }

    /** {@return the archive; each file is opened when it is its turn} */
    InputStream open() {
        var parts = new ArrayList<Part>();
        layers.forEach((file, name) -> parts.add(() -> entry(name, Files.size(file), Files.newInputStream(file))));
        descriptions.forEach((name, text) -> parts.add(() -> entry(name, text)));
        parts.add(() -> entry("manifest.json", Json.write(manifest).getBytes(StandardCharsets.UTF_8)));
        parts.add(() -> new ByteArrayInputStream(new byte[2 * BLOCK]));
        return new Parts(parts);
    }

    private static InputStream entry(String name, byte[] content) {
        return entry(name, content.length, new ByteArrayInputStream(content));
    }

    private static InputStream entry(String name, long size, InputStream content) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        var header = new byte[BLOCK];
        entry.writeEntryHeader(header);
        var padding = new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)];
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(header), content, new ByteArrayInputStream(padding))));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A part of the archive, opened in its turn. */
    @FunctionalInterface
    private interface Part {
        InputStream open() throws IOException;
    }

    /** One after the other; unlike Java's own sequence it lets a file say that it cannot be opened. */
    private static final class Parts extends InputStream {
        private final List<Part> left;
        private InputStream current = InputStream.nullInputStream();

        Parts(List<Part> parts) {
            this.left = new ArrayList<>(parts);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = current.read(target, offset, length);
            while (read < 0 && !left.isEmpty()) {
                current.close();
                current = left.removeFirst().open();
                read = current.read(target, offset, length);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            left.clear();
            current.close();
        }
    }
}
