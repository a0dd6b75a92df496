package dev.hearth.images.trust;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.ImageReference;

/** The host's policy forbids an image. */
public final class ImageRejected extends Failure.Denied {
    public ImageRejected(ImageReference reference, Trust trust) {
        super(
                "The image '" + reference + "' may not be used on this host: " + trust.why(),
                "Choose another image, or ask whoever keeps the policy.");
    }
}
