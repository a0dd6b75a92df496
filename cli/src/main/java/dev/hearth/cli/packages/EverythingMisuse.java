package dev.hearth.cli.packages;

import dev.hearth.core.failure.Failure;

/** The words of a command for everything do not go together. */
final class EverythingMisuse extends Failure.Invalid {
    private EverythingMisuse(String message, String hint) {
        super(message, hint);
    }

    static EverythingMisuse pets() {
        return new EverythingMisuse(
                "Pets and `--everything` exclude each other", "All of your pets are part of everything; name none.");
    }

    static EverythingMisuse sysroot() {
        return new EverythingMisuse("`--sysroot` names a base, and nothing is done to any", "Add `--everything`.");
    }
}
