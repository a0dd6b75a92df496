package dev.hearth.manifests;

import dev.hearth.config.Settings;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.exports.Export;
import dev.hearth.exports.Exports;
import dev.hearth.generations.PackageList;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Hook;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetEdit;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Step;
import dev.hearth.pets.UnmergedChanges;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings pets to what a manifest declares, each as a whole or not at all; those that are so already are left alone. */
public final class Manifests {
    private final Pets pets;
    private final Settings settings;
    private final Exports exports;
    private final DeclaredChanges changes;

    /**
     * Works on a user's pets.
     *
     * @param settings from which comes what a manifest leaves out
     */
    public Manifests(Pets pets, Settings settings, Exports exports, Exporter exporter) {
        this.pets = pets;
        this.settings = settings;
        this.exports = exports;
        this.changes = new DeclaredChanges(pets, exports, exporter);
    }

    /**
     * {@return what {@link #carryOut} would do; nothing is changed}
     *
     * @param prune whether pets go that the file made and no longer names
     * @param lock what new pets are to consist of; absent when anything is right
     * @throws LockNotMet when one cannot
     * @throws PetOfAnotherManifest when another file that is there made one of the pets
     */
    public ApplyPlan plan(Manifest manifest, boolean prune, @Nullable LockFile lock) {
        var there = pets.list().stream().collect(Collectors.toMap(Pet::name, Function.identity()));
        var file = manifest.file().path();
        var plans = new ArrayList<PetPlan>();
        for (var declared : manifest.pets()) {
            var pet = there.remove(declared.name());
            plans.add(pet == null ? making(file, declared, lock) : changing(file, declared, pet));
        }
        var forgotten = there.values().stream()
                .filter(pet -> ManifestMark.manifest(pet).filter(file::equals).isPresent())
                .map(Pet::name)
                .sorted()
                .toList();
        if (prune) {
            forgotten.forEach(name -> plans.add(new PetPlan.Remove(
                    name, pets.generations().pruning().all(name).size())));
        }
        return new ApplyPlan(manifest, plans, prune ? List.of() : forgotten);
    }

    /**
     * Does what a plan says about one pet.
     *
     * @param grace how long the processes of a pet that is made anew may take to end
     */
    public void carryOut(PetPlan plan, Duration grace, Narrator narrator, Prompt prompt) {
        switch (plan) {
            case PetPlan.Make make -> {
                var declared = make.declared();
                var pet = pets.creations().create(make.request(), Hook.asRoot(declared.hooks()), narrator, prompt);
                changes.export(make.name(), declared.exports() == null ? List.of() : declared.exports());
                requireLocked(pet, make.locked());
            }
            case PetPlan.Change change -> changes.carryOut(change, grace, narrator);
            case PetPlan.Remove(var name, var _) -> {
                int unmerged = pets.homes().unmerged(name, narrator);
                if (unmerged > 0) {
                    throw new UnmergedChanges(name, unmerged);
                }
                pets.remove(name, true, narrator);
            }
        }
    }

    private PetPlan making(Path file, DeclaredPet declared, @Nullable LockFile lock) {
        var locked = lock == null ? null : lock.require(declared.name());
        var asked = request(declared);
        var pinned = locked == null
                ? asked
                : pets.creations()
                        .pinned(asked, locked.imageId(), locked.digests())
                        .orElseThrow(() -> LockNotMet.image(declared.name(), locked.imageId()));
        var request = pinned.labelled(ManifestMark.ofNew(file, declared));
        var steps = new ArrayList<>(pets.creations().plan(request));
        int setUp = 1 + lastOf(steps, Step.SetUp.class);
        for (var hook : declared.hooks()) {
            steps.add(setUp++, new Step.RunHook(hook, true));
        }
        return new PetPlan.Make(declared, request, steps, locked);
    }

    private PetPlan changing(Path file, DeclaredPet declared, Pet pet) {
        ManifestMark.manifest(pet)
                .filter(other -> !other.equals(file) && Files.exists(other, LinkOption.NOFOLLOW_LINKS))
                .ifPresent(other -> {
                    throw new PetOfAnotherManifest(declared.name(), other);
                });
        var request = request(declared);
        var hooks = ManifestMark.hooksWereRun(pet, declared) ? List.<String>of() : declared.hooks();
        var edit = PetEdit.towards(pet.spec(), request, ManifestMark.ofChanged(file, pet, declared));
        var exported = exported(pet.name());
        var wanted = declared.exports();
        return new PetPlan.Change(
                declared,
                PackageDifference.between(pets.withRequests(pet).spec().packages(), request.packages()),
                edit,
                pets.edits().plan(pet.name(), edit, hooks),
                hooks,
                wanted == null
                        ? List.of()
                        : wanted.stream()
                                .filter(one -> exported.stream().noneMatch(one::isMetBy))
                                .toList(),
                wanted == null
                        ? List.of()
                        : exported.stream()
                                .filter(there -> wanted.stream().noneMatch(one -> one.isMetBy(there)))
                                .toList(),
                notes(declared, request, pet));
    }

    private List<String> notes(DeclaredPet declared, CreateRequest request, Pet pet) {
        var notes = new ArrayList<String>();
        var asked = declared.asked();
        boolean named = asked.image() != null || asked.distribution() != null || asked.release() != null;
        if (named && !pets.creations().isMadeFrom(pet, request)) {
            notes.add("It was made from %s, which stays: a pet's image is not changed"
                    .formatted(pet.spec().image()));
        }
        return notes;
    }

    /** Package sources move on: what cannot be had any more is told, and the pet is there to be looked at. */
    private void requireLocked(Pet pet, @Nullable LockedPet locked) {
        var packages = pets.inventory(pet).packages();
        if (locked != null && packages != null && !locked.packages().isEmpty()) {
            var differing = new PackageList(locked.packages()).changesTo(packages);
            if (!differing.isEmpty()) {
                throw LockNotMet.packages(pet.name(), differing);
            }
        }
    }

    private CreateRequest request(DeclaredPet declared) {
        return settings.completed(declared.asked());
    }

    private List<Export> exported(PetName name) {
        return exports.list().stream()
                .filter(export -> export.pet().equals(name))
                .toList();
    }

    private static int lastOf(List<Step> steps, Class<? extends Step> kind) {
        int last = -1;
        for (int index = 0; index < steps.size(); index++) {
            last = kind.isInstance(steps.get(index)) ? index : last;
        }
        return last;
    }
}
