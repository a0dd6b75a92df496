package dev.hearth.images.trust;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.ImageReference;

/** The host's policy asks for a signature, and the engine cannot verify any. */
public final class SignatureUnverifiable extends Failure.Denied {
    public SignatureUnverifiable(ImageReference reference, Trust trust) {
        super(
                "Docker cannot verify the signature of the image '" + reference + "', and " + trust.why(),
                "Use Podman, which verifies it: `--engine podman`.");
    }
}
