package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** The disk is full where the engine keeps images. */
public final class NoSpaceForImage extends Failure.Unavailable {
    public NoSpaceForImage(String name) {
        super("There is no space left for the image '" + name + "'", "`hearth image rm` makes room.");
    }
}
