package dev.hearth.pets;

import java.util.Optional;

/**
 * The name of a container while its pet is being made: no pet can have it, and it tells which name it is for.
 *
 * <p>Only the last step of the making gives the container its real name. A container that still has a name like this
 * when nobody holds the lock of the pet's name was left behind.
 */
record MakingName(PetName pet) {
    // Engines allow a digit at the beginning, pets' names do not.
    private static final String PREFIX = "0-making-";

    static Optional<MakingName> parse(String containerName) {
        return after(PREFIX, containerName).map(MakingName::new);
    }

    /** {@return the pet's name in a container's name that begins so} */
    static Optional<PetName> after(String prefix, String containerName) {
        return Optional.of(containerName)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(PetName::isValid)
                .map(PetName::new);
    }

    @Override
    public String toString() {
        return PREFIX + pet;
    }
}
