package dev.hearth.images.supply;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.ImageReference;

/** A registry handed out another image than the one that was asked for by its digest. */
public final class DigestMismatch extends Failure.Denied {
    public DigestMismatch(ImageReference reference) {
        super(
                "What came as '" + reference + "' has another digest, so it was removed again",
                "Check the digest; if it is right, do not trust this registry.");
    }
}
