package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items, with what is known of the package files among them.
 *
 * @param files by item: where the sandbox sees it, and the package it is
 */
record ItemFiles(List<LayerItem> items, Map<LayerItem, PackageFile> files) {
    ItemFiles {
        items = List.copyOf(items);
        files = Map.copyOf(files);
    }

    record PackageFile(String inside, InstalledPackage content) {}

    ItemFiles only(List<LayerItem> some) {
        return new ItemFiles(some, files);
    }

    boolean replaces() {
        return items.stream().anyMatch(LayerItem.Replacement.class::isInstance);
    }

    PackageFile file(LayerItem item) {
        return Optional.ofNullable(files.get(item)).orElseThrow();
    }

    /** Returns the file that holds just this package. */
    Optional<String> fileOf(InstalledPackage content) {
        return items.stream()
                .flatMap(item -> Optional.ofNullable(files.get(item)).stream())
                .filter(file -> file.content().equals(content))
                .map(PackageFile::inside)
                .findFirst();
    }
}
