package dev.hearth.images.trust;

/** Who checks the signatures that a policy asks for. */
public enum Verification {
    /** The engine does, as Podman: it reads the same policy. */
    BY_ENGINE,
    /** Nobody can: Docker does not know of the policy. */
    NOT_POSSIBLE
}
