package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import java.time.Duration;
import java.time.InstantSource;

/** Removes what commands that were killed left behind. */
final class PetSweep {
    /** Between the making of a pet for one session and that session there is a moment without a living launcher. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSessions sessions;
    private final InstantSource clock;

    PetSweep(ContainerEngine engine, PetReader pets, PetLocks locks, PetSessions sessions, InstantSource clock) {
        this.engine = engine;
        this.pets = pets;
        this.locks = locks;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Removes unfinished pets that nobody works on, and pets for one session whose session is over.
     *
     * @param held the name whose lock the caller holds
     */
    void leftovers(PetName held, Narrator narrator) {
        for (var container : engine.withLabel(PetSpec.LABEL)) {
            MakingName.parse(container.name())
                    .filter(_ -> pets.isOwn(container))
                    .ifPresent(making -> remove(
                            making.pet(), container, held, "the unfinished pet '" + making.pet() + "'", narrator));
        }
        for (var pet : pets.list()) {
            if (pet.spec().ephemeral() && isOver(pet)) {
                remove(pet.name(), pet.container(), held, "the pet for one session '" + pet.name() + "'", narrator);
            }
        }
    }

    private boolean isOver(Pet pet) {
        boolean fresh = pet.spec().created().isAfter(clock.instant().minus(FRESH));
        return !fresh && !sessions.anyLive(pet.container());
    }

    private void remove(PetName name, Container container, PetName held, String what, Narrator narrator) {
        if (name.equals(held)) {
            engine.remove(container.id());
            narrator.cleanedUp(what);
            return;
        }
        // A lock that is taken belongs to a living command.
        try (var lock = locks.tryAcquire(name).orElse(null)) {
            if (lock != null) {
                engine.remove(container.id());
                narrator.cleanedUp(what);
            }
        }
    }
}
