package dev.hearth.pets;

import java.util.function.Supplier;

/** What stands on the host for pets, and has to follow them. */
public interface PetFollower {
    /** Follows no pet. */
    PetFollower NONE = new PetFollower() {
        @Override
        public void removed(PetName name) {}

        @Override
        public void renamed(PetName from, PetName to) {}
    };

    /**
     * {@return this one, and then another}
     *
     * @param other made when there is something to tell it, as most commands have nothing
     */
    default PetFollower and(Supplier<? extends PetFollower> other) {
        var first = this;
        return new PetFollower() {
            @Override
            public void removed(PetName name) {
                first.removed(name);
                other.get().removed(name);
            }

            @Override
            public void renamed(PetName from, PetName to) {
                first.renamed(from, to);
                other.get().renamed(from, to);
            }
        };
    }

    /** A pet is gone. */
    void removed(PetName name);

    /** A pet has another name. */
    void renamed(PetName from, PetName to);
}
