package dev.hearth.cli.generations;

import dev.hearth.cli.output.Page;
import dev.hearth.cli.output.Sizes;
import dev.hearth.core.text.Printable;
import dev.hearth.generations.Generation;
import dev.hearth.pets.PrunePlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Generations that are removed; the components are the JSON contract.
 *
 * @param pets that lose some
 * @param bytes that these take by themselves; the engine keeps what others need of them
 */
record PruneView(List<Loss> pets, long bytes) {

    /**
     * What one pet loses.
     *
     * @param name of the pet; null when it is gone itself
     * @param generations that it loses
     * @param kept how many it keeps
     */
    record Loss(@Nullable String name, List<Lost> generations, int kept) {}

    /**
     * A generation.
     *
     * @param generation its number, such as @3
     * @param saved when
     * @param label in the user's words; empty when there are none
     * @param bytes that it takes by itself
     */
    record Lost(String generation, Instant saved, String label, long bytes) {
        static Lost of(Generation generation) {
            return new Lost(
                    generation.number().toString(),
                    generation.saved().truncatedTo(ChronoUnit.SECONDS),
                    generation.label(),
                    generation.changed().bytes());
        }

        String text() {
            return "%s of %s, %s%s"
                    .formatted(generation, saved, Sizes.text(bytes), label.isEmpty() ? "" : ": " + label);
        }
    }

    static PruneView of(PrunePlan plan) {
        var pets = plan.pets().stream()
                .map(pet -> new Loss(
                        Objects.toString(pet.pet(), null),
                        pet.generations().stream().map(Lost::of).toList(),
                        pet.kept()))
                .toList();
        return new PruneView(
                pets,
                pets.stream()
                        .flatMap(pet -> pet.generations().stream())
                        .mapToLong(Lost::bytes)
                        .sum());
    }

    int number() {
        return pets.stream().mapToInt(pet -> pet.generations().size()).sum();
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        for (var pet : pets) {
            var whose = pet.name() == null ? "A pet that is gone" : "'" + pet.name() + "'";
            lines.add(page.colors()
                    .bold("%s loses %d, and keeps %d"
                            .formatted(whose, pet.generations().size(), pet.kept())));
            pet.generations().forEach(lost -> lines.add("  " + Printable.line(lost.text())));
        }
        return lines;
    }
}
