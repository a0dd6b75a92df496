package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** What was to be taken along is not of a pet's own files, or not only. */
public final class NotOwnFile extends Failure.Invalid {
    private NotOwnFile(String message, String hint) {
        super(message, hint);
    }

    static NotOwnFile noPath(String path) {
        return new NotOwnFile(
                "'" + path + "' is no path that a pet could take along", "Name it as the pet has it, from `/` on.");
    }

    static NotOwnFile at(String path, String other) {
        return new NotOwnFile(
                "'%s' is not of the pet's own files alone: there is '%s'".formatted(path, other),
                "What a pet sees of the host, and its volumes, stay as they are.");
    }
}
