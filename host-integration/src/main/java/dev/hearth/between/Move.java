package dev.hearth.between;

import dev.hearth.exports.ExportKind;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.pets.PetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Packages on their way between the base and a pet, and how far they came.
 *
 * @param makesPet whether the pet was made for it
 * @param requests what it takes off the base, or has put on it, as the base lists them
 * @param exports that it made, and that were not there before
 * @param generation what the pet was before; absent when nothing was changed in it
 */
public record Move(
        MoveId id,
        Instant began,
        PetName pet,
        boolean makesPet,
        List<Item> items,
        List<String> requests,
        List<Exported> exports,
        @Nullable GenerationNumber generation,
        State state) {
    public Move {
        items = List.copyOf(items);
        requests = List.copyOf(requests);
        exports = List.copyOf(exports);
    }

    /** Which way. */
    public enum Direction {
        /** From the base to a pet. */
        DEMOTE,
        /** From a pet to the base. */
        PROMOTE;

        /** {@return how commands and ids call it} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it came. */
    public enum State {
        BEGUN,
        DONE,
        UNDONE
    }

    /**
     * A package.
     *
     * @param programs that it has for its users
     * @param applications the same, by their desktop files
     */
    public record Item(String name, List<String> programs, List<String> applications) {
        public Item {
            programs = List.copyOf(programs);
            applications = List.copyOf(applications);
        }
    }

    /** Something of the pet that is available on the host. */
    public record Exported(ExportKind kind, String name) {}

    /** {@return the names of the packages} */
    public List<String> names() {
        return items.stream().map(Item::name).toList();
    }

    /** {@return all that the packages have for their users} */
    List<Exported> offers() {
        var offers = new ArrayList<Exported>();
        for (var item : items) {
            item.programs().forEach(name -> offers.add(new Exported(ExportKind.BIN, name)));
            item.applications().forEach(name -> offers.add(new Exported(ExportKind.APP, name)));
        }
        return offers;
    }

    /** {@return the same, with what the pet was before} */
    Move from(GenerationNumber number) {
        return new Move(id, began, pet, makesPet, items, requests, exports, number, state);
    }

    /** {@return the same, with one more export} */
    Move with(Exported export) {
        var more = new ArrayList<>(exports);
        more.add(export);
        return new Move(id, began, pet, makesPet, items, requests, more, generation, state);
    }

    /** {@return the same, with what is on the base by it} */
    Move putting(List<String> other) {
        return new Move(id, began, pet, makesPet, items, other, exports, generation, state);
    }

    /** {@return the same in another state} */
    Move being(State other) {
        return new Move(id, began, pet, makesPet, items, requests, exports, generation, other);
    }
}
