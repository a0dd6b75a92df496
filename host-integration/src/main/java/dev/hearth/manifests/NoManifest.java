package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** There is no manifest where one is looked for. */
public final class NoManifest extends Failure.NotFound {
    private NoManifest(String message, String hint) {
        super(message, hint);
    }

    /** {@return the failure for a directory that has none, and neither have those above it} */
    static NoManifest in(Path directory) {
        return new NoManifest(
                "There is no %s of yours in '%s' or above it"
                        .formatted(ManifestReader.FILE, Printable.line(directory.toString())),
                "Name a file, or write one of the pets that are there with `hearth freeze`.");
    }

    /** {@return the failure for a file that was named and is not there} */
    static NoManifest named(Path file) {
        return new NoManifest(
                "There is no file '%s'".formatted(Printable.line(file.toString())),
                "Name one that is there, or none for the %s here or above.".formatted(ManifestReader.FILE));
    }
}
