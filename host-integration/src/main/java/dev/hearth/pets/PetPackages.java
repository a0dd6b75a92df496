package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.generations.Generation;
import dev.hearth.generations.Generations;
import dev.hearth.generations.PackageChange;
import dev.hearth.generations.PackageDatabases;
import dev.hearth.packages.FoundPackage;
import dev.hearth.packages.NoPackageManager;
import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageManager;
import dev.hearth.packages.PackageRequest;
import dev.hearth.packages.SearchWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes the packages of pets, each time as one step: it succeeds, or the pet is what it was.
 *
 * <p>The pet's own package manager works in the pet as it runs, so that sessions go on. What can be found out before is
 * found out, and fetched, before the pet is saved; what fails after that returns the pet to what was saved.
 */
public final class PetPackages {
    private final ContainerEngine engine;
    private final Processes processes;
    private final PetReader pets;
    private final PetLocks locks;
    private final UnfinishedChanges unfinished;
    private final PetStarts starts;
    private final PetRequests requests;
    private final Generations generations;
    private final GenerationSaver saver;
    private final PetTransition transition;
    private final PackageDatabases databases;

    PetPackages(
            ContainerEngine engine,
            Processes processes,
            PetReader pets,
            PetLocks locks,
            UnfinishedChanges unfinished,
            PetStarts starts,
            PetRequests requests,
            Generations generations,
            GenerationSaver saver,
            PetTransition transition) {
        this.engine = engine;
        this.processes = processes;
        this.pets = pets;
        this.locks = locks;
        this.unfinished = unfinished;
        this.starts = starts;
        this.requests = requests;
        this.generations = generations;
        this.saver = saver;
        this.transition = transition;
        this.databases = new PackageDatabases(engine);
    }

    /**
     * {@return what {@link #carryOut} would do; a pet that does not run is started, and lists of what there is are fetched}
     *
     * @throws NoPackageManager when the pet has none that hearth knows
     * @throws PackagesRefused when its package manager cannot do it
     */
    public PackagePlan plan(PetName name, PackageRequest request, Narrator narrator) {
        var pet = requests.with(ready(name, narrator));
        var inside = new PetPackageManager(engine, processes, pet, PackageScreen.NONE, narrator);
        var manager = inside.which();
        boolean upgrade = request.action() == PackageAction.UPGRADE;
        if (upgrade) {
            refuseUnless(inside.ask(manager.refresh()), pet, manager);
        }
        var planned = inside.ask(manager.plan(request));
        if (!upgrade && !isPossible(manager, planned)) {
            // Images come without lists, or with old ones.
            inside.ask(manager.refresh());
            planned = inside.ask(manager.plan(request));
        }
        refuseUnless(planned, pet, manager);
        var said = planned.output().lines();
        boolean changes = manager.changesAnything(said);
        var steps = new ArrayList<Step>();
        if (changes) {
            steps.add(new Step.SaveGeneration(saver.next(pet), engine.facts().endsByCgroup()));
        }
        if (changes || !upgrade) {
            steps.add(new Step.RunPackageManager(Command.of(manager.change(request))));
        }
        return new PackagePlan(
                pet, manager, request, request.appliedTo(pet.spec().packages()), steps, said, changes);
    }

    /**
     * Does what was planned.
     *
     * @param grace how long the pet's processes may take to end, if it has to be returned
     * @throws PackagesRefused when nothing came of it
     * @throws PackagesUnchanged when it failed half-way
     */
    public PackageOutcome carryOut(PackagePlan plan, PackageScreen screen, Duration grace, Narrator narrator) {
        return carryOut(plan, label(plan.request()), screen, grace, narrator);
    }

    /**
     * Does what was planned as a part of something greater.
     *
     * @param label of what the pet was before, by which that is found again
     */
    public PackageOutcome carryOut(
            PackagePlan plan, String label, PackageScreen screen, Duration grace, Narrator narrator) {
        var name = plan.pet().name();
        try (var _ = locks.acquire(name, narrator)) {
            unfinished.settle(name, narrator);
            var pet = requests.with(pets.get(name));
            var inside = new PetPackageManager(engine, processes, pet, screen, narrator);
            var wanted = plan.request().appliedTo(pet.spec().packages());
            if (!plan.changesAnything()) {
                return unchanged(plan, pet, inside, wanted);
            }
            fetch(plan, inside);
            var draft = saver.draft(pet, plan.request().action().word(), label, false);
            narrator.saving(name, draft.number());
            var saved = saver.save(draft);
            var ended = inside.change(plan.manager(), plan.manager().change(plan.request()), saved.number(), wanted);
            if (!plan.manager().successes().contains(ended.status())) {
                throw undone(ended, name, saved, grace, narrator);
            }
            return changed(pet, saved, wanted);
        }
    }

    /**
     * {@return the packages that have all of these words in their names or summaries; a pet that does not run is started}
     *
     * @throws NoPackageManager when the pet has none that can search
     */
    public List<FoundPackage> search(PetName name, List<SearchWord> words, Narrator narrator) {
        var pet = starts.start(name, narrator);
        var inside = new PetPackageManager(engine, processes, pet, PackageScreen.NONE, narrator);
        var manager = inside.which();
        if (!manager.searches()) {
            throw NoPackageManager.withoutSearch(manager, name.value());
        }
        Supplier<List<FoundPackage>> search =
                () -> manager.found(inside.ask(manager.search(words)).output().lines());
        var found = search.get();
        if (found.isEmpty()) {
            refuseUnless(inside.ask(manager.refresh()), pet, manager);
            found = search.get();
        }
        return found;
    }

    /**
     * {@return the package manager of a pet; one that does not run is started}
     *
     * @throws NoPackageManager when the pet has none that hearth knows
     */
    public PackageManager manager(PetName name, Narrator narrator) {
        var pet = starts.start(name, narrator);
        return new PetPackageManager(engine, processes, pet, PackageScreen.NONE, narrator).which();
    }

    private Pet ready(PetName name, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            unfinished.settle(name, narrator);
        }
        return starts.start(name, narrator);
    }

    /** What was there already may be asked for now; package managers note that, too, and change nothing. */
    private PackageOutcome unchanged(PackagePlan plan, Pet pet, PetPackageManager inside, List<String> wanted) {
        if (plan.request().action() != PackageAction.UPGRADE) {
            refuseUnless(inside.show(plan.manager().change(plan.request())), pet, plan.manager());
            inside.request(wanted);
        }
        return new PackageOutcome(pet.name(), null, wanted, List.of());
    }

    private void fetch(PackagePlan plan, PetPackageManager inside) {
        var manager = plan.manager();
        var fetch = manager.fetch(plan.request());
        if (fetch.isEmpty()) {
            return;
        }
        var fetched = inside.show(fetch);
        if (!manager.successes().contains(fetched.status())) {
            // The lists may name what the mirror has replaced since.
            inside.ask(manager.refresh());
            refuseUnless(inside.show(fetch), plan.pet(), manager);
        }
    }

    private PackageOutcome changed(Pet pet, Generation saved, List<String> wanted) {
        var changes = changes(saved, pet).orElse(null);
        if (changes != null && changes.isEmpty()) {
            generations.remove(saved);
            return new PackageOutcome(pet.name(), null, wanted, changes);
        }
        return new PackageOutcome(pet.name(), saved.number(), wanted, changes);
    }

    private Optional<List<PackageChange>> changes(Generation saved, Pet pet) {
        var before = saved.packages();
        return before == null
                ? Optional.empty()
                : databases.read(pet.container().id(), true).map(before::changesTo);
    }

    private Failure undone(
            PetPackageManager.Ended ended, PetName name, Generation saved, Duration grace, Narrator narrator) {
        try {
            narrator.undoing(name, saved.number());
            var _ = transition.undo(pets.get(name), saved, grace, narrator);
            return PackagesUnchanged.returned(name, ended.command(), ended.status(), ended.output());
        } catch (Failure.Cancelled e) {
            return e;
        } catch (Failure e) {
            return PackagesUnchanged.toBeReturned(
                    name, ended.command(), ended.status(), ended.output(), saved.number(), e);
        }
    }

    private static boolean isPossible(PackageManager manager, PetPackageManager.Ended ended) {
        return manager.isPossible(ended.status(), ended.output().lines());
    }

    private static void refuseUnless(PetPackageManager.Ended ended, Pet pet, PackageManager manager) {
        if (!isPossible(manager, ended)) {
            throw new PackagesRefused(pet.name(), ended.command(), ended.output());
        }
    }

    private static String label(PackageRequest request) {
        return String.join(" ", request.names().stream().map(String::valueOf).toList());
    }
}
