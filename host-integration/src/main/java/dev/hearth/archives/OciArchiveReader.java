package dev.hearth.archives;

import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageLayer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads an archive of an image, wherever it comes from: what it holds is what its digests say, or nothing.
 *
 * <p>Its parts are unpacked under names of their digests; a path in the archive is never one on the disk.
 */
public final class OciArchiveReader {
    private static final Pattern BLOB = Pattern.compile("(?:\\./)?blobs/sha256/([0-9a-f]{64})");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String INDEX = "index.json";
    private static final int LARGEST_TEXT = 4 * 1024 * 1024;
    private static final int MOST_PARTS = 64;

    private final Path file;
    private final Path scratch;

    /**
     * Reads a file.
     *
     * @param scratch an empty directory with room for what the archive holds
     */
    public OciArchiveReader(Path file, Path scratch) {
        this.file = file;
        this.scratch = scratch;
    }

    /**
     * What an archive holds.
     *
     * @param layers the lowest first, as they were packed
     */
    public record Opened(ArchivedImage image, List<ImageLayer> layers) {
        public Opened {
            layers = List.copyOf(layers);
        }
    }

    /**
     * {@return what the archive holds}
     *
     * @throws ArchiveMissing when it is not there
     * @throws InvalidArchive when it is damaged, or none of a pet's
     */
    public Opened open() {
        if (Files.notExists(file)) {
            throw new ArchiveMissing(file);
        }
        try {
            var index = Json.parse(unpack());
            var manifest = text(only(index, "manifests"));
            var configuration = text(manifest.at("config"));
            return new Opened(image(only(index, "manifests"), configuration), layers(manifest, configuration));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidArchive(file, "it cannot be read: " + e.getMessage());
        }
    }

    /** {@return the text of the index} */
    private String unpack() throws IOException {
        String index = "";
        int parts = 0;
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var blob = BLOB.matcher(entry.getName());
                if (entry.isFile() && blob.matches()) {
                    if (++parts > MOST_PARTS) {
                        throw new InvalidArchive(file, "it has more than %d parts".formatted(MOST_PARTS));
                    }
                    Files.copy(tar, scratch.resolve(blob.group(1)));
                } else if (entry.isFile()
                        && (entry.getName().equals(INDEX) || entry.getName().equals("./" + INDEX))) {
                    index = new String(tar.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8);
                }
            }
        }
        if (index.isEmpty()) {
            throw new InvalidArchive(file, "it has no " + INDEX);
        }
        return index;
    }

    private List<ImageLayer> layers(Json manifest, Json configuration) throws IOException {
        var packed = manifest.at("layers").items();
        var diffIds = configuration.at("rootfs", "diff_ids").texts();
        if (packed.isEmpty() || packed.size() != diffIds.size()) {
            throw new InvalidArchive(
                    file, "it has %d layers, and says that it has %d".formatted(packed.size(), diffIds.size()));
        }
        var layers = new ArrayList<ImageLayer>();
        for (int number = 0; number < packed.size(); number++) {
            if (!DIGEST.matcher(diffIds.get(number)).matches()) {
                throw new InvalidArchive(file, "the digest of a layer is none");
            }
            layers.add(new ImageLayer(verified(packed.get(number)), diffIds.get(number)));
        }
        return layers;
    }

    private Json only(Json json, String list) {
        var items = json.at(list).items();
        if (items.size() != 1) {
            throw new InvalidArchive(file, "it has %d %s, where one is expected".formatted(items.size(), list));
        }
        return items.getFirst();
    }

    private Json text(Json descriptor) throws IOException {
        var part = verified(descriptor);
        if (Files.size(part) > LARGEST_TEXT) {
            throw new InvalidArchive(file, "one of its descriptions is too large");
        }
        return Json.parse(Files.readString(part, StandardCharsets.UTF_8));
    }

    private Path verified(Json descriptor) throws IOException {
        var digest = descriptor.at("digest").text();
        var part = scratch.resolve(digest.replaceFirst("^sha256:", ""));
        if (!DIGEST.matcher(digest).matches() || !Files.isRegularFile(part)) {
            throw new InvalidArchive(file, "a part is missing");
        }
        try (var content = Files.newInputStream(part)) {
            if (!digest.equals("sha256:" + Blob.digest(content))) {
                throw new InvalidArchive(file, "a part is not what its digest says");
            }
        }
        return part;
    }

    private ArchivedImage image(Json entry, Json configuration) {
        var settings = configuration.at("config");
        Map<String, String> labels = new LinkedHashMap<>(settings.at("Labels").textMap());
        return new ArchivedImage(
                entry.at("annotations", "org.opencontainers.image.ref.name").text(),
                configuration.at("architecture").text(),
                created(configuration.at("created").text()),
                settings.at("Env").texts(),
                labels);
    }

    private static Instant created(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
