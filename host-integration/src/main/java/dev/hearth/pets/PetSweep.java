package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.images.LocalImage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Removes what commands that were killed left behind. */
final class PetSweep {
    /** Between the making of a pet for one session and that session there is a moment without a living launcher. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSessions sessions;
    private final ReadyRecord ready;
    private final PetRemoval removal;
    private final PetContents contents;
    private final InstantSource clock;

    PetSweep(
            ContainerEngine engine,
            PetReader pets,
            PetLocks locks,
            PetSessions sessions,
            ReadyRecord ready,
            PetRemoval removal,
            PetContents contents,
            InstantSource clock) {
        this.engine = engine;
        this.pets = pets;
        this.locks = locks;
        this.sessions = sessions;
        this.ready = ready;
        this.removal = removal;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Removes unfinished pets that nobody works on, what the making anew of a pet left when it was cut off, and pets for
     * one session whose session is over.
     *
     * @param held the name whose lock the caller holds
     */
    void leftovers(PetName held, Narrator narrator) {
        all().forEach(leftover -> clear(leftover, held, narrator));
    }

    /** {@return descriptions of what is left behind, and removed by the next command that makes a pet} */
    List<String> found() {
        return all().stream()
                .filter(this::isAbandoned)
                .map(Leftover::description)
                .toList();
    }

    private List<Leftover> all() {
        var containers = engine.withLabel(PetSpec.LABEL);
        var all = new ArrayList<Leftover>();
        for (var container : containers) {
            if (pets.isOwn(container)) {
                MakingName.parse(container.name()).ifPresent(making -> all.add(unfinished(making, container)));
                LeavingName.parse(container.name()).ifPresent(leaving -> all.add(replaced(leaving, container)));
            }
        }
        contents.without(PetReader.settled(containers)).forEach((pet, images) -> all.add(content(pet, images)));
        pets.among(containers).stream().filter(this::isOver).map(this::over).forEach(all::add);
        return all;
    }

    private boolean isAbandoned(Leftover leftover) {
        try (var lock = locks.tryAcquire(leftover.name()).orElse(null)) {
            return lock != null;
        }
    }

    /**
     * Brings to an end that a pet was being made anew, if that was cut off: what takes its name away must not bring
     * back what had it before.
     *
     * @param held the name, whose lock the caller holds
     */
    void settle(PetName held, Narrator narrator) {
        var leaving = new LeavingName(held);
        engine.find(leaving.toString())
                .filter(pets::isOwn)
                .ifPresent(container -> remove(replaced(leaving, container), narrator));
    }

    /**
     * Removes those of the caller's pets that were for one session which is over.
     *
     * @param seen what the caller has listed, so that nothing is paid for where there are none
     * @return the pets that are left
     */
    List<Pet> sessionsOver(List<Pet> seen, Narrator narrator) {
        return seen.stream()
                .filter(pet -> !(isOver(pet) && clearIfFree(over(pet), narrator)))
                .toList();
    }

    /**
     * What may have been left behind.
     *
     * @param still looks again whether it was, when nobody else can change that any more
     * @param removal what there is to do about it
     */
    private record Leftover(PetName name, String description, BooleanSupplier still, Runnable removal) {}

    private Leftover unfinished(MakingName making, Container container) {
        return new Leftover(
                making.pet(),
                "the unfinished pet '" + making.pet() + "'",
                () -> isStill(container),
                () -> removal.remove(container));
    }

    private Leftover replaced(LeavingName leaving, Container container) {
        var name = leaving.pet();
        return new Leftover(
                name,
                "what the change of the pet '" + name + "' had begun",
                () -> isStill(container),
                () -> settle(name, container));
    }

    /** Removes the container whose place another has taken; where none has, it is the pet, and gets its name back. */
    private void settle(PetName name, Container container) {
        var successor = engine.find(name.value());
        if (successor.isEmpty()) {
            engine.rename(container.id(), name.value());
        } else if (pets.isOwn(successor.get())) {
            removal.remove(container);
        }
    }

    private Leftover content(PetName pet, List<LocalImage> images) {
        return new Leftover(
                pet,
                "what the change of the pet '" + pet + "' had begun",
                () -> true,
                () -> images.forEach(contents::release));
    }

    private Leftover over(Pet pet) {
        return new Leftover(
                pet.name(),
                "the pet for one session '" + pet.name() + "'",
                () -> isOver(pet),
                () -> removal.removePet(pet.spec(), pet.container()));
    }

    private boolean isStill(Container container) {
        return engine.find(container.name())
                .filter(found -> found.id().equals(container.id()))
                .isPresent();
    }

    private boolean isOver(Pet pet) {
        return pet.spec().ephemeral() && !isFresh(pet) && !sessions.anyLive(pet.container());
    }

    /** Counted from the end of the set-up, too, which may take longer than anything that could be allowed for. */
    private boolean isFresh(Pet pet) {
        var limit = clock.instant().minus(FRESH);
        return pet.spec().created().isAfter(limit)
                || ready.since(pet.container().id()).filter(limit::isBefore).isPresent();
    }

    private void clear(Leftover leftover, PetName held, Narrator narrator) {
        if (leftover.name().equals(held)) {
            remove(leftover, narrator);
        } else {
            clearIfFree(leftover, narrator);
        }
    }

    /** A lock that is taken belongs to a living command. */
    private boolean clearIfFree(Leftover leftover, Narrator narrator) {
        try (var lock = locks.tryAcquire(leftover.name()).orElse(null)) {
            if (lock == null || !leftover.still().getAsBoolean()) {
                return false;
            }
            remove(leftover, narrator);
            return true;
        }
    }

    private void remove(Leftover leftover, Narrator narrator) {
        leftover.removal().run();
        narrator.cleanedUp(leftover.description());
    }
}
