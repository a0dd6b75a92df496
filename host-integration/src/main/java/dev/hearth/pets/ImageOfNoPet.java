package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.images.ImageReference;

/** An image that is to hold a pet does not. */
public final class ImageOfNoPet extends Failure.Invalid {
    ImageOfNoPet(ImageReference reference, String reason) {
        super(
                "The image '%s' holds no pet: %s".formatted(reference, Printable.line(reason)),
                "Name one that `hearth push` sent, or make a pet of the image by `hearth create --image`.");
    }
}
