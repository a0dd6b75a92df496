package dev.hearth.pets;

/** What stands on the host for pets, and has to follow them. */
public interface PetFollower {
    /** Follows no pet. */
    PetFollower NONE = new PetFollower() {
        @Override
        public void removed(PetName name) {}

        @Override
        public void renamed(PetName from, PetName to) {}
    };

    /** A pet is gone. */
    void removed(PetName name);

    /** A pet has another name. */
    void renamed(PetName from, PetName to);
}
