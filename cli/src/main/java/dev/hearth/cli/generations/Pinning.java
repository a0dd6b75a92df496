package dev.hearth.cli.generations;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.generations.GenerationNotFound;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;

/** Keeps generations whatever is pruned, or no longer. */
public record Pinning(Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator) {

    void set(PetWords words, boolean pinned) {
        var name = selection.require(words.pet()).name();
        var generations = pets.get().generations();
        var number = words.generation(0);
        if (number == null) {
            var all = generations.pruning().all(name);
            if (all.isEmpty()) {
                throw GenerationNotFound.any(name.value());
            }
            number = all.getLast().number();
        }
        generations.snapshots().pin(name, number, pinned, narrator);
        narrator.confirm((pinned ? "%s of '%s' is kept whatever is pruned" : "%s of '%s' can be pruned")
                .formatted(number, name));
    }
}
