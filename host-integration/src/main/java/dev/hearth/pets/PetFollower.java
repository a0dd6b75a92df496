package dev.hearth.pets;

import java.util.stream.Stream;

/** What stands on the host for pets, and has to follow them. */
public interface PetFollower {
    /** Follows no pet. */
    PetFollower NONE = new PetFollower() {
        @Override
        public void removed(PetName name) {}

        @Override
        public void renamed(PetName from, PetName to) {}
    };

    /** {@return what tells all of these, in order} */
    static PetFollower all(PetFollower... followers) {
        return new PetFollower() {
            @Override
            public void removed(PetName name) {
                Stream.of(followers).forEach(follower -> follower.removed(name));
            }

            @Override
            public void renamed(PetName from, PetName to) {
                Stream.of(followers).forEach(follower -> follower.renamed(from, to));
            }
        };
    }

    /** A pet is gone. */
    void removed(PetName name);

    /** A pet has another name. */
    void renamed(PetName from, PetName to);
}
