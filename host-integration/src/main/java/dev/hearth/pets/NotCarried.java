package dev.hearth.pets;

import dev.hearth.core.failure.Failure;

/** Files could not be taken along. */
public final class NotCarried extends Failure.ToolFailed {
    NotCarried(PetName name, int status) {
        super(
                "The files of the pet '%s' could not be taken along: `tar` ended with status %d"
                        .formatted(name, status),
                "Nothing was changed; both images need `tar` and `base64`.");
    }
}
