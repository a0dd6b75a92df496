package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.generations.FileChanges;
import dev.hearth.generations.FileTree;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNotFound;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.Generations;
import dev.hearth.generations.PackageChange;
import dev.hearth.generations.PackageDatabases;
import dev.hearth.generations.PackageList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what pets were, and how it differs from what they are. */
public final class PetPast {
    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSweep sweep;
    private final Generations generations;
    private final PetContents contents;
    private final GenerationSaver saver;
    private final UnstartedContainer unstarted;
    private final PackageDatabases databases;
    private final PetRequests requests;

    PetPast(
            ContainerEngine engine,
            PetReader pets,
            PetLocks locks,
            PetSweep sweep,
            Generations generations,
            PetContents contents,
            GenerationSaver saver,
            UnstartedContainer unstarted) {
        this.engine = engine;
        this.pets = pets;
        this.locks = locks;
        this.sweep = sweep;
        this.generations = generations;
        this.contents = contents;
        this.saver = saver;
        this.unstarted = unstarted;
        this.databases = new PackageDatabases(engine);
        this.requests = new PetRequests(engine);
    }

    /** {@return a pet's generations, and how far it is from the newest} */
    public PetHistory history(PetName name) {
        var pet = requests.with(pets.get(name));
        var all = generations.of(GenerationSaver.identity(pet.spec()));
        var standsOn = contents.standsOn(pet).orElse(null);
        var newest = all.isEmpty() ? null : all.getLast();
        var packages = newest == null
                ? null
                : changes(newest.packages(), installed(pet))
                        .map(PackageChange::count)
                        .orElse(null);
        // What is different since it was saved would take both states to be compared, file by file.
        boolean sameFiles = newest != null && newest.number().equals(standsOn);
        var files = newest == null || sameFiles ? fromImage(pet).count() : null;
        return new PetHistory(
                pet,
                all,
                new PetHistory.Drift(
                        newest == null ? null : newest.number(),
                        standsOn,
                        packages,
                        files,
                        PetSnapshots.notSaved(pet)));
    }

    /**
     * {@return how two states of a pet differ}
     *
     * @param from the first; the newest generation when absent, and what the pet was made from where it has none
     * @param to the second; the pet as it is when absent
     * @throws GenerationNotFound when the pet does not have one of them
     */
    public PetDifference diff(
            PetName name, @Nullable GenerationNumber from, @Nullable GenerationNumber to, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            sweep.leftovers(name, narrator);
            var pet = requests.with(pets.get(name));
            var all = generations.of(GenerationSaver.identity(pet.spec()));
            var first = from != null || all.isEmpty() ? named(pet, all, from) : all.getLast();
            var second = named(pet, all, to);
            return new PetDifference(
                    pet,
                    first == null ? null : first.number(),
                    second == null ? null : second.number(),
                    packages(pet, first, second),
                    SpecChange.between(spec(pet, first), spec(pet, second)),
                    files(pet, first, second));
        }
    }

    private static @Nullable Generation named(Pet pet, List<Generation> all, @Nullable GenerationNumber number) {
        if (number == null) {
            return null;
        }
        return all.stream()
                .filter(generation -> generation.number().equals(number))
                .findFirst()
                .orElseThrow(() -> GenerationNotFound.number(pet.name().value(), number));
    }

    private static PetSpec spec(Pet pet, @Nullable Generation generation) {
        return generation == null ? pet.spec() : SpecLabel.read(pet.name().value(), generation.spec());
    }

    private @Nullable List<PackageChange> packages(Pet pet, @Nullable Generation first, @Nullable Generation second) {
        var before = first == null ? saver.packagesOfImage(pet).orElse(null) : first.packages();
        var after = second == null ? installed(pet) : second.packages();
        return changes(before, after).orElse(null);
    }

    private @Nullable PackageList installed(Pet pet) {
        return databases.read(pet.container().id(), pet.isRunning()).orElse(null);
    }

    private static Optional<List<PackageChange>> changes(@Nullable PackageList before, @Nullable PackageList after) {
        return before == null || after == null ? Optional.empty() : Optional.of(before.changesTo(after));
    }

    private FileChanges files(Pet pet, @Nullable Generation first, @Nullable Generation second) {
        if (second == null
                && (first == null
                        || contents.standsOn(pet).filter(first.number()::equals).isPresent())) {
            return fromImage(pet);
        }
        var before = tree(pet, first);
        var after = second == null ? engine.files().export(pet.container().id(), FileTree::read) : tree(pet, second);
        return FileChanges.of(before.changesTo(after));
    }

    private FileChanges fromImage(Pet pet) {
        return FileChanges.of(engine.files().changes(pet.container().id()));
    }

    private FileTree tree(Pet pet, @Nullable Generation generation) {
        var image = generation == null ? pet.container().imageId() : generation.imageId();
        return unstarted.look(pet, image, id -> engine.files().export(id, FileTree::read));
    }
}
