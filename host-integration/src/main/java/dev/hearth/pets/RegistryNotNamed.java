package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.ImageReference;

/** A pet is to be sent to what is no place in a registry. */
public final class RegistryNotNamed extends Failure.Invalid {
    private static final String HINT = "Write it such as registry.example.org/ada/dev:1.";

    private RegistryNotNamed(String message) {
        super(message, HINT);
    }

    /** Refuses a name that nothing can be sent to. */
    static void refuse(ImageReference reference) {
        if (reference.isLocal()) {
            throw new RegistryNotNamed("'%s' names this machine, and no registry".formatted(reference));
        }
        if (reference.digest() != null) {
            throw new RegistryNotNamed("'%s' names a content, which only a registry can tell".formatted(reference));
        }
    }
}
