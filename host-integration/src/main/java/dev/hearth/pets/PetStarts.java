package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts and stops pets, one command at a time for each. */
final class PetStarts {
    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetLocks locks;
    private final UnfinishedChanges unfinished;
    private final PetSweep sweep;
    private final PetStart start;
    private final PetEntries entries;
    private final Autostart autostart;
    private final Path launcher;

    PetStarts(
            ContainerEngine engine,
            PetReader pets,
            PetLocks locks,
            UnfinishedChanges unfinished,
            PetSweep sweep,
            PetStart start,
            PetEntries entries,
            Autostart autostart,
            Path launcher) {
        this.engine = engine;
        this.pets = pets;
        this.locks = locks;
        this.unfinished = unfinished;
        this.sweep = sweep;
        this.start = start;
        this.entries = entries;
        this.autostart = autostart;
        this.launcher = launcher;
    }

    /** Starts a pet and sets it up; one that runs and is set up is left alone. */
    Pet start(PetName name, Narrator narrator) {
        var pet = pets.get(name);
        if (pet.spec().autostart()) {
            autostart.repair(name).ifPresent(gone -> narrator.unitRepaired(name, gone, launcher));
        }
        if (start.isReady(pet)) {
            entries.keep(pet);
            start.openDoor(pet, narrator);
            return pet;
        }
        try (var _ = locks.acquire(name, narrator)) {
            if (!start.isReady(pets.get(name))) {
                unfinished.settlePackages(pets.get(name), narrator);
            }
            var current = pets.get(name);
            if (!start.isReady(current)) {
                narrator.starting(name);
                var container =
                        start.bringUp(name, current.spec(), current.container().id(), List.of(), narrator);
                start.hooks().started(name, current.spec(), container.id(), narrator);
                warnOfPorts(current.spec(), container, narrator);
                var _ = sweep.sessionsOver(pets.list(), narrator);
            }
            var ready = pets.get(name);
            entries.keep(ready);
            return ready;
        }
    }

    /** What has changed about the engine since the pet was made should not keep anybody out of it. */
    private void warnOfPorts(PetSpec spec, Container container, Narrator narrator) {
        var missing = PortsNotPublished.missing(spec, container);
        if (!missing.isEmpty()) {
            narrator.warning(PortsNotPublished.sentence(engine.facts().kind(), missing));
        }
    }

    /** Stops a pet; one that does not run is left alone. */
    void stop(PetName name, Duration grace, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            entries.forget(name);
            engine.stop(pets.get(name).container().id(), grace);
        }
    }
}
