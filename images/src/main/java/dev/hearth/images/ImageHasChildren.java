package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** An image without a name is what another one was made on, and goes with that. */
public final class ImageHasChildren extends Failure.Conflict {
    public ImageHasChildren(String image) {
        super("Another image was made on the image '" + image + "'", "Remove that one first.");
    }
}
