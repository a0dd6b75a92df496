package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** An image is still needed by containers. */
public final class ImageInUse extends Failure.Conflict {
    public ImageInUse(String name, String user) {
        super("The image '" + name + "' is in use by " + user, "Remove what uses it first.");
    }
}
