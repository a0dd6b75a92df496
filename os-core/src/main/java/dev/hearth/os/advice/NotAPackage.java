package dev.hearth.os.advice;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A file that was asked about is no package. */
public final class NotAPackage extends Failure.Invalid {
    NotAPackage(Path file) {
        super("The file '" + file + "' is no package that can be read", "A .deb takes dpkg-deb to read, a .rpm rpm.");
    }
}
