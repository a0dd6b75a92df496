package dev.hearth.os.packages;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A tree holds RPM packages, and this host has no program that can read their database. */
public final class RpmMissing extends Failure.Unavailable {
    RpmMissing(Path database) {
        super(
                "Only the program 'rpm' can read the package database '" + database + "', and it is not installed",
                "Install rpm with the system's package manager.");
    }
}
