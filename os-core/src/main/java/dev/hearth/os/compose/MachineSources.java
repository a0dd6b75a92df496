package dev.hearth.os.compose;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the package manager of machines with a base finds packages.
 *
 * @param emptied directories of the tree whose files would name other places
 * @param files texts by where they are in the tree
 */
record MachineSources(List<String> emptied, Map<String, String> files) {
    /** What packages brought. */
    static final MachineSources OF_PACKAGES = new MachineSources(List.of(), Map.of());

    MachineSources {
        emptied = List.copyOf(emptied);
        files = Map.copyOf(files);
    }

    Digest addTo(Digest digest) {
        new TreeMap<>(files).forEach((file, text) -> digest.add(file).add(text));
        return digest;
    }

    void placeIn(Path tree) throws IOException {
        emptied.forEach(directory -> DirectoryTree.clear(tree.resolve(directory)));
        for (var file : files.entrySet()) {
            var path = tree.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            // A link that a package put there would lead out of the tree.
            DirectoryTree.delete(path);
            Files.writeString(path, file.getValue());
        }
    }
}
