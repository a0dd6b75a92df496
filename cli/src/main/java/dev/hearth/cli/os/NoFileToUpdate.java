package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** A place for newer versions of files was given, and no file. */
final class NoFileToUpdate extends Failure.Invalid {
    NoFileToUpdate() {
        super(
                "`--update-from` is about packages from files, and none is given",
                "Name a .deb or .rpm file; packages from repositories are updated anyway.");
    }
}
