package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;

/** Renames and removes pets, and has all that knows them by name follow. */
final class PetRegister {
    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSweep sweep;
    private final PetCreation creation;
    private final PetRemoval removal;
    private final ReadyRecord ready;
    private final PetEntries entries;
    private final Autostart autostart;
    private final PetChoice choice;
    private final PetFollower follower;

    PetRegister(
            ContainerEngine engine,
            PetReader pets,
            PetLocks locks,
            PetSweep sweep,
            PetCreation creation,
            PetRemoval removal,
            ReadyRecord ready,
            PetEntries entries,
            Autostart autostart,
            PetChoice choice,
            PetFollower follower) {
        this.engine = engine;
        this.pets = pets;
        this.locks = locks;
        this.sweep = sweep;
        this.creation = creation;
        this.removal = removal;
        this.ready = ready;
        this.entries = entries;
        this.autostart = autostart;
        this.choice = choice;
        this.follower = follower;
    }

    /** Removes a pet and all in it; one that runs only by force. */
    void remove(PetName name, boolean force, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            sweep.settle(name, narrator);
            var pet = pets.get(name);
            if (pet.isRunning() && !force) {
                throw new PetIsRunning(name);
            }
            entries.forget(name);
            autostart.disable(name);
            if (choice.preferred().filter(name::equals).isPresent()) {
                choice.forget();
            }
            removal.removePet(pet.spec(), pet.container());
            entries.names().forget();
            follower.removed(name);
        }
        var _ = sweep.sessionsOver(pets.list(), narrator);
    }

    /** Gives a pet another name that is free, whether it runs or not. */
    Pet rename(PetName from, PetName to, Narrator narrator) {
        if (from.equals(to)) {
            throw PetExists.pet(to);
        }
        var first = from.compareTo(to) < 0 ? from : to;
        // Always in one order, so that two renames cannot wait for each other.
        try (var _ = locks.acquire(first, narrator);
                var _ = locks.acquire(first.equals(from) ? to : from, narrator)) {
            sweep.settle(from, narrator);
            var pet = pets.get(from);
            creation.requireFree(to);
            entries.forget(from);
            engine.rename(pet.container().id(), to.value());
            entries.names().forget();
            // The name is told inside as well: the next entry sets the pet up anew.
            ready.forget(pet.container().id());
            if (choice.preferred().filter(from::equals).isPresent()) {
                choice.prefer(to);
            }
            if (pet.spec().autostart()) {
                autostart.rename(from, to);
            }
            follower.renamed(from, to);
            return pets.get(to);
        }
    }
}
