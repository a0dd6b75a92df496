package dev.hearth.generations;

import java.time.Instant;

/**
 * What tells a pet from all others, whatever it is called: whose it is and, to the nanosecond, when it was made.
 *
 * @param owner a user id
 */
public record PetIdentity(long owner, Instant made) {

    /** {@return it as part of an image's tag} */
    String key() {
        return "%d-%d.%09d".formatted(owner, made.getEpochSecond(), made.getNano());
    }
}
