package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A file that was to be layered cannot be. */
public final class NoPackageFile extends Failure.Invalid {
    private NoPackageFile(String message, String hint) {
        super(message, hint);
    }

    static NoPackageFile missing(Path file) {
        return new NoPackageFile("There is no file '" + file + "'", "Give the path of a .deb or .rpm file.");
    }

    static NoPackageFile malformed(Path file) {
        return new NoPackageFile("'" + file + "' is no package", "Give the path of a whole .deb or .rpm file.");
    }

    static NoPackageFile lost(String title) {
        return new NoPackageFile(
                "The copy of the package file '" + title + "' is gone or damaged",
                "Uninstall the package, then install it from its file again.");
    }
}
