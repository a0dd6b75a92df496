package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A directory has no manifest, and neither have those above it. */
public final class NoManifest extends Failure.NotFound {
    NoManifest(Path directory) {
        super(
                "There is no %s of yours in '%s' or above it"
                        .formatted(ManifestReader.FILE, Printable.line(directory.toString())),
                "Name a file, or write one of the pets that are there with `hearth freeze`.");
    }
}
