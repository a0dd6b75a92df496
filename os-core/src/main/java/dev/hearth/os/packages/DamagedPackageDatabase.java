package dev.hearth.os.packages;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A tree's package database is not what it should be. */
public final class DamagedPackageDatabase extends Failure.Conflict {
    private static final String HINT = "Compare the tree with its commit, for example by `ostree fsck`.";

    DamagedPackageDatabase(Path file, String what) {
        super("The package database '" + file + "' cannot be read: " + what, HINT);
    }

    DamagedPackageDatabase(Path file, long line, String what) {
        super("The package database '" + file + "' cannot be read: line " + line + " " + what, HINT);
    }
}
