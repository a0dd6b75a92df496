package dev.hearth.packages;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A word that no package can be called. */
public final class InvalidPackageName extends Failure.Invalid {
    InvalidPackageName(String name) {
        super(
                "'" + Printable.line(name) + "' is not the name of a package",
                "Name packages as the pet's package manager does, such as 'gdb' or 'gdb=13.1-3'.");
    }
}
