package dev.hearth.os;

/**
 * A signature on a commit.
 *
 * @param fingerprint of the key
 */
public record Signature(Verdict verdict, String fingerprint) {

    /** What checking it found. */
    public enum Verdict {
        VALID,
        INVALID,
        /** The key has expired or was revoked. */
        OUTDATED,
        /** The remote's key ring does not hold the key. */
        UNKNOWN_KEY
    }

    /** {@return what was found, as rpm-ostree words it} */
    public String text() {
        return switch (verdict) {
            case VALID -> "Valid signature by " + fingerprint;
            case INVALID -> "Invalid signature by " + fingerprint;
            case OUTDATED -> "Signature by " + fingerprint + ", a key that expired or was revoked";
            case UNKNOWN_KEY -> "Can't check signature: public key " + fingerprint + " not found";
        };
    }
}
