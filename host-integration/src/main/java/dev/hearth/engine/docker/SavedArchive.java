package dev.hearth.engine.docker;

import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the layers of one image out of what engines write when they are asked for it. */
final class SavedArchive {
    private final Path directory;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    /** Puts what it reads into a directory, under names of its own. */
    SavedArchive(Path directory) {
        this.directory = directory;
    }

    /** {@return the layers, the lowest first} */
    List<ImageLayer> read(InputStream archive) throws IOException {
        var tar = new TarArchiveInputStream(archive);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var name = Path.of(entry.getName()).normalize().toString();
            if (entry.isSymbolicLink() || entry.isLink()) {
                links.put(name, target(name, entry));
            } else if (entry.isFile()) {
                var file = directory.resolve("part-" + files.size());
                Files.copy(tar, file);
                files.put(name, file);
            }
        }
        var manifest = json("manifest.json").items().getFirst();
        var diffIds =
                json(manifest.at("Config").text()).at("rootfs", "diff_ids").texts();
        var names = manifest.at("Layers").texts();
        if (names.size() != diffIds.size()) {
            throw new IOException("an image of %d layers says that it has %d".formatted(names.size(), diffIds.size()));
        }
        var layers = new ArrayList<ImageLayer>();
        for (int number = 0; number < names.size(); number++) {
            layers.add(new ImageLayer(file(names.get(number)), diffIds.get(number)));
        }
        return List.copyOf(layers);
    }

    /** Layers that are alike are there once, with links to it. */
    private static String target(String name, TarArchiveEntry entry) {
        return (entry.isLink() ? Path.of(entry.getLinkName()) : Path.of(name).resolveSibling(entry.getLinkName()))
                .normalize()
                .toString();
    }

    private Json json(String name) throws IOException {
        return Json.parse(Files.readString(file(name), StandardCharsets.UTF_8));
    }

    private Path file(String name) throws IOException {
        var file = files.get(links.getOrDefault(name, name));
        if (file == null) {
            throw new IOException("there is no '%s' in it".formatted(name));
        }
        return file;
    }
}
