package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.schema.NewerSchema;

/** A container says that it is a pet, in words that this hearth does not understand. */
public final class UnreadableSpec extends Failure.Conflict {
    private UnreadableSpec(String message, String hint) {
        super(message, hint);
    }

    static UnreadableSpec newer(String container, long schema, String needs) {
        return new UnreadableSpec(
                "The pet '" + container + "' was made by a newer hearth, and takes "
                        + NewerSchema.version(needs) + " (its specification has schema " + schema
                        + ", this hearth knows " + PetSpec.SCHEMA.number() + ")",
                "Upgrade hearth, or use the engine's own commands on it.");
    }

    static UnreadableSpec malformed(String container) {
        return new UnreadableSpec(
                "The container '" + container + "' has a malformed label '" + PetSpec.LABEL + "'",
                "Remove it with the engine's own command if it is of no use.");
    }
}
