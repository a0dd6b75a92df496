package dev.hearth.images.trust;

/**
 * How far an image is trusted.
 *
 * @param why a sentence for people, without a final period
 */
public record Trust(Verdict verdict, String why) {

    /** What the host's policy says about an image. */
    public enum Verdict {
        /** Hearth made it on this host. */
        MADE_HERE,
        /** It may be pulled, and nothing is verified. */
        ACCEPTED,
        /** It may be pulled when its signature is good. */
        SIGNED,
        /** It may not be pulled. */
        REJECTED,
        /** Nothing is said about it. */
        UNKNOWN
    }
}
