package dev.hearth.cli.generations;

import dev.hearth.core.failure.Failure;

/** The words of a rollback of everything do not go together. */
final class EverythingMisuse extends Failure.Invalid {
    private EverythingMisuse(String message, String hint) {
        super(message, hint);
    }

    static EverythingMisuse pet() {
        return new EverythingMisuse(
                "A pet and `--everything` exclude each other",
                "All pets that the upgrade changed are returned; name its id alone.");
    }

    static EverythingMisuse sysroot() {
        return new EverythingMisuse("`--sysroot` names a base, and nothing is done to any", "Add `--everything ID`.");
    }
}
