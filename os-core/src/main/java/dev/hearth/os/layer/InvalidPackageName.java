package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A word that no package can be called. */
public final class InvalidPackageName extends Failure.Invalid {
    public InvalidPackageName(String name) {
        super(
                "'" + Printable.line(name) + "' is not the name of a package",
                "Name packages as their package manager does; a package file is given by its path.");
    }
}
