package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;

/** A tree has no package manager that hearth can work with. */
public final class NoPackageManager extends Failure.Unavailable {
    NoPackageManager(String what) {
        super(
                "Packages cannot be layered onto this base: " + what,
                "Use a base with apt and dpkg, or with dnf 4 and rpm, or install the packages in a pet.");
    }
}
