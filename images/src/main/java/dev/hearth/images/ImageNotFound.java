package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** There is no such image, here or in its registry. */
public final class ImageNotFound extends Failure.NotFound {
    public ImageNotFound(String name) {
        super(
                "There is no image '" + name + "'",
                "`hearth image list` shows those that are here and those that can be had.");
    }
}
