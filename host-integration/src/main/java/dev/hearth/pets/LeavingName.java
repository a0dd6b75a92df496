package dev.hearth.pets;

import java.util.Optional;

/**
 * The name of a pet's container while another one takes its place: no pet can have it, and it tells whose it was.
 *
 * <p>As long as no container has the pet's own name, the one that has this is still the pet.
 */
record LeavingName(PetName pet) {
    private static final String PREFIX = "0-leaving-";

    static Optional<LeavingName> parse(String containerName) {
        return MakingName.after(PREFIX, containerName).map(LeavingName::new);
    }

    @Override
    public String toString() {
        return PREFIX + pet;
    }
}
