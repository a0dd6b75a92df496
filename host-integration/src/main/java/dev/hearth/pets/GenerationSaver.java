package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.generations.FileChanges;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generation.Changed;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.Generations;
import dev.hearth.generations.PackageChange;
import dev.hearth.generations.PackageDatabases;
import dev.hearth.generations.PackageList;
import dev.hearth.generations.PetIdentity;
import dev.hearth.images.ImageStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Saves generations of pets; whoever calls it holds the lock of the pet's name. */
final class GenerationSaver {
    private final ContainerEngine engine;
    private final Generations generations;
    private final PetContents contents;
    private final PackageDatabases databases;
    private final UnstartedContainer unstarted;
    private final Flattening flattening;
    private final PetRequests requests;
    private final InstantSource clock;

    GenerationSaver(
            ContainerEngine engine,
            ImageStore images,
            Generations generations,
            PetContents contents,
            UnstartedContainer unstarted,
            InstantSource clock) {
        this.engine = engine;
        this.generations = generations;
        this.contents = contents;
        this.databases = new PackageDatabases(engine);
        this.unstarted = unstarted;
        this.flattening = new Flattening(engine, images, unstarted);
        this.requests = new PetRequests(engine);
        this.clock = clock;
    }

    /** {@return what tells a pet from all others} */
    static PetIdentity identity(PetSpec spec) {
        return new PetIdentity(spec.owner(), spec.created());
    }

    /** {@return the number of a pet's next generation} */
    GenerationNumber next(Pet pet) {
        return next(generations.of(identity(pet.spec())));
    }

    /**
     * Looks at a pet before it is stopped: its own programs may have to be asked.
     *
     * @param action what saves the generation, or what it is saved before
     * @param label in the user's words
     */
    Draft draft(Pet asMade, String action, String label, boolean pinned) {
        var pet = requests.with(asMade);
        generations.clearAside(identity(pet.spec()));
        var existing = generations.of(identity(pet.spec()));
        var number = contents.standsOn(pet).orElse(null);
        var parent = existing.stream()
                .filter(generation -> generation.number().equals(number))
                .findFirst()
                .orElse(null);
        var packages = databases.read(pet.container().id(), pet.isRunning()).orElse(null);
        return new Draft(pet, action, label, pinned, next(existing), number, packages, packages(pet, parent, packages));
    }

    /** Saves what a pet is by now. */
    Generation save(Draft draft) {
        var id = draft.pet().container().id();
        var files = FileChanges.of(engine.files().changes(id));
        var spec = draft.pet().spec();
        var generation = new Generation(
                identity(spec),
                draft.number(),
                clock.instant(),
                draft.label(),
                draft.action(),
                draft.parent(),
                SpecLabel.write(spec),
                new Changed(
                        draft.packageChanges() == null ? null : PackageChange.count(draft.packageChanges()),
                        files.count(),
                        engine.files().written(id)),
                draft.packages(),
                "",
                draft.pinned());
        var saved = generations.save(id, generation, PetContents.hidden(spec));
        return flattening.isNeeded(generations.image(saved))
                ? generations.replace(saved, (image, name) -> flattening.flatten(draft.pet(), image, name))
                : saved;
    }

    /** {@return which packages differ from what the pet was made with; nothing where nobody can tell} */
    private @Nullable List<PackageChange> packages(
            Pet pet, @Nullable Generation parent, @Nullable PackageList packages) {
        if (packages == null) {
            return null;
        }
        return (parent == null ? packagesOfImage(pet) : Optional.ofNullable(parent.packages()))
                .map(before -> before.changesTo(packages))
                .orElse(null);
    }

    /** {@return the packages of the image that a pet stands on} */
    Optional<PackageList> packagesOfImage(Pet pet) {
        return unstarted.look(pet, pet.container().imageId(), id -> databases.read(id, false));
    }

    private static GenerationNumber next(List<Generation> existing) {
        return existing.isEmpty()
                ? new GenerationNumber(1)
                : existing.getLast().number().next();
    }

    /**
     * What is known of a generation before it is saved.
     *
     * @param parent the generation that the pet stands on, be it there or not
     * @param packages absent where nobody can tell
     * @param packageChanges since the parent, or the image; absent where nobody can tell
     */
    record Draft(
            Pet pet,
            String action,
            String label,
            boolean pinned,
            GenerationNumber number,
            @Nullable GenerationNumber parent,
            @Nullable PackageList packages,
            @Nullable List<PackageChange> packageChanges) {}
}
