package dev.hearth.images.bootstrap;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** The disk is full where hearth makes images. */
public final class NoSpaceForBootstrap extends Failure.Unavailable {
    public NoSpaceForBootstrap(Path where) {
        super(
                "There is no space left in '" + where + "' for making an image",
                "Make room there: an image takes about 1 GB while it is made.");
    }
}
