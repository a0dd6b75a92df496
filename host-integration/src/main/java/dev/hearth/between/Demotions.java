package dev.hearth.between;

import dev.hearth.between.Move.Direction;
import dev.hearth.between.Move.Exported;
import dev.hearth.between.Move.State;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.os.Change;
import dev.hearth.os.advice.Advice;
import dev.hearth.os.advice.Place;
import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PackagePlan;
import dev.hearth.pets.PackageScreen;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Moves layered packages from the base to a pet: installed there, exported, and taken off the base, in that order.
 *
 * <p>At any moment the programs are in one place at least. Each step leaves alone what is done already, so that the
 * same request again goes on with one that was cut off.
 */
public final class Demotions {
    private final Supplier<List<Advice>> layered;
    private final BaseLayers base;
    private final Supplier<Pets> pets;
    private final PetExports exports;
    private final MoveJournal journal;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Moves packages of this base.
     *
     * @param layered advice on all that is layered on it
     */
    public Demotions(
            Supplier<List<Advice>> layered,
            BaseLayers base,
            Supplier<Pets> pets,
            PetExports exports,
            MoveJournal journal,
            InstantSource clock,
            RandomGenerator random) {
        this.layered = layered;
        this.base = base;
        this.pets = pets;
        this.exports = exports;
        this.journal = journal;
        this.clock = clock;
        this.random = random;
    }

    /**
     * {@return what {@link #carryOut} would do; a pet that does not run is started, and nothing else is changed}
     *
     * @param words names of packages, or of requests
     * @param pet to move them to; absent for a new one
     * @param newPet what that is to be
     * @param anyway whether packages may go that have to be in the base
     * @throws NotLayered when one is not layered on request
     * @throws NeededInBase when one has to be in the base
     */
    public DemotionPlan plan(
            List<String> words,
            @Nullable PetName pet,
            Supplier<CreateRequest> newPet,
            boolean anyway,
            Narrator narrator) {
        var create = pet == null ? newPet.get() : null;
        var name = pet != null ? pets.get().get(pet).name() : name(Objects.requireNonNull(create));
        var move = journal.begun(Direction.DEMOTE, name, words)
                .orElseGet(() -> judged(words.stream().distinct().toList(), name, create != null, anyway));
        var packages = create == null ? pets.get().packages().plan(name, request(move), narrator) : null;
        var change = change(move);
        return new DemotionPlan(move, create, packages, change, steps(move, packages, change));
    }

    private Move judged(List<String> words, PetName pet, boolean makesPet, boolean anyway) {
        var advice = layered.get();
        var items = new ArrayList<Move.Item>();
        var requests = new ArrayList<String>();
        for (var word : words) {
            var found = advice.stream()
                    .filter(each -> isMeant(each, word))
                    .findFirst()
                    .orElseThrow(() -> new NotLayered(word));
            items.add(item(found, anyway));
            requests.add(found.request());
        }
        return new Move(
                MoveId.fresh(Direction.DEMOTE, random),
                clock.instant(),
                pet,
                makesPet,
                items,
                requests,
                List.of(),
                null,
                State.BEGUN);
    }

    private static boolean isMeant(Advice advice, String word) {
        var identity = advice.identity();
        return advice.request().equals(word)
                || (identity != null && identity.name().equals(word));
    }

    private static Move.Item item(Advice advice, boolean anyway) {
        var identity = advice.identity();
        var judgement = advice.judgement();
        if (identity == null || judgement == null) {
            throw NeededInBase.unknown(advice.request());
        }
        if (judgement.place() == Place.BASE && !anyway) {
            throw NeededInBase.by(advice.request(), judgement.needs());
        }
        var offers = judgement.offers();
        return new Move.Item(identity.name(), offers.programs(), offers.applications());
    }

    private PetName name(CreateRequest newPet) {
        return pets.get().creations().plan(newPet).stream()
                .filter(Step.Name.class::isInstance)
                .map(step -> ((Step.Name) step).name())
                .findFirst()
                .orElseThrow();
    }

    private static PackageRequest request(Move move) {
        return new PackageRequest(
                PackageAction.INSTALL,
                move.names().stream().map(PackageName::parse).toList());
    }

    private Change.@Nullable Packages change(Move move) {
        var present = base.requests();
        var requests = move.requests().stream().filter(present::contains).toList();
        return requests.isEmpty() ? null : new Change.Packages(List.of(), List.of(), null, requests, false, false);
    }

    private List<String> steps(Move move, @Nullable PackagePlan packages, Change.@Nullable Packages change) {
        var steps = new ArrayList<String>();
        if (packages == null) {
            steps.add("Make the pet '%s'".formatted(move.pet()));
            steps.add("In '%s': Install %s".formatted(move.pet(), String.join(", ", move.names())));
        } else if (!packages.isEmpty()) {
            MoveSteps.inPet(move.pet(), packages.steps().stream().map(Step::line))
                    .forEach(steps::add);
        }
        MoveSteps.exporting(move.pet(), exports.missing(move.pet(), move.offers()))
                .forEach(steps::add);
        if (change != null) {
            MoveSteps.onBase(base.plan(change)).forEach(steps::add);
        }
        return steps;
    }

    /**
     * Does what was planned.
     *
     * @param grace how long the pet's processes may take to end, if it has to be returned
     * @return the move as it was done
     * @throws MoveReverted when a step failed; those before it are undone
     */
    public Move carryOut(DemotionPlan plan, PackageScreen screen, Duration grace, Narrator narrator, Prompt prompt) {
        base.requireChangeable();
        var move = journal.keep(plan.move());
        var undo = new Compensations(() -> journal.restore(plan.move()));
        try {
            move = installed(move, plan, screen, grace, narrator, prompt, undo);
            move = exported(move, narrator, undo);
            if (plan.base() != null) {
                base.carryOut(plan.base(), reason(move));
            }
        } catch (Failure cause) {
            throw undo.after(cause);
        }
        return journal.keep(move.being(State.DONE));
    }

    private Move installed(
            Move begun,
            DemotionPlan plan,
            PackageScreen screen,
            Duration grace,
            Narrator narrator,
            Prompt prompt,
            Compensations undo) {
        var pet = begun.pet();
        if (plan.newPet() != null) {
            pets.get().creations().create(plan.newPet(), narrator, prompt);
            undo.add(() -> pets.get().remove(pet, true, narrator));
        }
        var packages = pets.get().packages();
        var planned = plan.packages() == null ? packages.plan(pet, request(begun), narrator) : plan.packages();
        if (planned.isEmpty()) {
            return begun;
        }
        var outcome = packages.carryOut(planned, label(begun), screen, grace, narrator);
        var before = outcome.generation();
        if (before == null) {
            return begun;
        }
        undo.add(() -> pets.get().generations().rollbacks().carryOut(pet, before, grace, narrator));
        return journal.keep(begun.from(before));
    }

    private Move exported(Move installed, Narrator narrator, Compensations undo) {
        var move = installed;
        for (var wanted : exports.missing(move.pet(), move.offers())) {
            if (exports.make(move.pet(), wanted, narrator)) {
                undo.add(() -> exports.remove(installed.pet(), wanted));
                move = journal.keep(move.with(new Exported(wanted.kind(), wanted.name())));
            }
        }
        return move;
    }

    private static String label(Move move) {
        return "%s: %s".formatted(move.id(), String.join(" ", move.names()));
    }

    private static String reason(Move move) {
        return "%s: to the pet '%s'".formatted(move.id(), move.pet());
    }
}
