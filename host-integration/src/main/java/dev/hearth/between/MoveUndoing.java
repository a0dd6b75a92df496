package dev.hearth.between;

import dev.hearth.between.Move.Direction;
import dev.hearth.between.Move.Exported;
import dev.hearth.between.Move.State;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.os.Change;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.PetNotFound;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Undoes moves, in the order in which the programs are always in one place at least: the base, exports, the pet.
 *
 * <p>What the base had is asked for again, rather than an older deployment booted: what was done to it since stays.
 */
public final class MoveUndoing {
    private final BaseLayers base;
    private final Supplier<Pets> pets;
    private final PetExports exports;
    private final MoveJournal journal;

    public MoveUndoing(BaseLayers base, Supplier<Pets> pets, PetExports exports, MoveJournal journal) {
        this.base = base;
        this.pets = pets;
        this.exports = exports;
        this.journal = journal;
    }

    /**
     * {@return what {@link #carryOut} would do; nothing is changed}
     *
     * @throws MoveNotFound when nothing is known of it
     * @throws MoveOver when it was undone already
     */
    public UndoPlan plan(MoveId id) {
        var move = journal.get(id);
        if (move.state() == State.UNDONE) {
            throw new MoveOver(id);
        }
        var pet = move.pet();
        var change = change(move);
        var made = exports.present(pet, move.exports());
        var generation = generation(move);
        return new UndoPlan(move, change, made, generation, steps(move, change, made, generation));
    }

    private Change.@Nullable Packages change(Move move) {
        var present = base.requests();
        return switch (move.id().direction()) {
            case DEMOTE -> {
                // What was layered from a file is known by another name; the file is gone.
                var install = move.requests().stream()
                        .filter(request -> move.names().contains(request) && !present.contains(request))
                        .toList();
                yield install.isEmpty() ? null : new Change.Packages(install, List.of(), null, List.of(), false, true);
            }
            case PROMOTE -> {
                var uninstall =
                        move.requests().stream().filter(present::contains).toList();
                yield uninstall.isEmpty()
                        ? null
                        : new Change.Packages(List.of(), List.of(), null, uninstall, false, false);
            }
        };
    }

    private @Nullable GenerationNumber generation(Move move) {
        var number = move.generation();
        if (number == null) {
            return null;
        }
        try {
            return pets.get().generations().past().history(move.pet()).generations().stream()
                    .map(Generation::number)
                    .filter(number::equals)
                    .findFirst()
                    .orElse(null);
        } catch (PetNotFound _) {
            return null;
        }
    }

    private List<String> steps(
            Move move, Change.@Nullable Packages change, List<Exported> made, @Nullable GenerationNumber generation) {
        var steps = new ArrayList<String>();
        if (change != null) {
            MoveSteps.onBase(base.plan(change)).forEach(steps::add);
        }
        MoveSteps.takingBack(move.pet(), made).forEach(steps::add);
        if (generation != null) {
            var plan = pets.get().generations().rollbacks().plan(move.pet(), generation);
            MoveSteps.inPet(move.pet(), plan.steps().stream().map(Step::line)).forEach(steps::add);
        }
        return steps;
    }

    /** {@return what an undone move took off the base that it cannot put back: it was layered from files} */
    public List<String> lost(Move move) {
        return move.id().direction() == Direction.PROMOTE
                ? List.of()
                : move.requests().stream()
                        .filter(request -> !move.names().contains(request))
                        .toList();
    }

    /**
     * Does what was planned; what is done already is left alone, so that it can be called again.
     *
     * @param grace how long the pet's processes may take to end
     */
    public Move carryOut(UndoPlan plan, Duration grace, Narrator narrator) {
        var move = plan.move();
        if (plan.base() != null) {
            base.requireChangeable();
            base.carryOut(plan.base(), "undo of " + move.id());
        }
        plan.exports().forEach(export -> exports.remove(move.pet(), export));
        if (plan.generation() != null) {
            rollBack(move.pet(), plan.generation(), grace, narrator);
        }
        return journal.keep(move.being(State.UNDONE));
    }

    private void rollBack(PetName pet, GenerationNumber number, Duration grace, Narrator narrator) {
        pets.get().generations().rollbacks().carryOut(pet, number, grace, narrator);
    }
}
