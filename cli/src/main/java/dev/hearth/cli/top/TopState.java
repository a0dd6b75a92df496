package dev.hearth.cli.top;

import dev.hearth.cli.screen.Key;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the user is on the screen.
 *
 * @param chosen the pet that is pointed at, by name; absent before one is
 * @param message what was done last, or went wrong
 */
record TopState(
        Sort sort, String filter, Mode mode, @Nullable String chosen, String message) {
    static final TopState FIRST = new TopState(Sort.NAME, "", Mode.LOOKING, null, "");

    /** What keys mean. */
    enum Mode {
        LOOKING,
        FILTERING,
        CONFIRMING_STOP,
        HELP
    }

    /** What comes first. */
    enum Sort {
        NAME,
        PROCESSOR,
        MEMORY,
        DISK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Sort next() {
            return switch (this) {
                case NAME -> PROCESSOR;
                case PROCESSOR -> MEMORY;
                case MEMORY -> DISK;
                case DISK -> NAME;
            };
        }

        private Comparator<TopView.PetUse> order() {
            return switch (this) {
                case NAME -> Comparator.comparing(TopView.PetUse::name);
                case PROCESSOR -> most(TopView.PetUse::processor);
                case MEMORY -> most(TopView.PetUse::memory);
                case DISK -> most(TopView.PetUse::disk);
            };
        }

        private static Comparator<TopView.PetUse> most(Amount amount) {
            return Comparator.<TopView.PetUse>comparingDouble(pet ->
                            -Objects.requireNonNullElse(amount.of(pet), -1).doubleValue())
                    .thenComparing(TopView.PetUse::name);
        }
    }

    private interface Amount {
        @Nullable Number of(TopView.PetUse pet);
    }

    /** {@return the pets that are shown, in their order} */
    List<TopView.PetUse> shown(TopView view) {
        var pets = view.pets();
        return pets == null
                ? List.of()
                : pets.stream()
                        .filter(pet -> (pet.name() + " " + pet.image())
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.toLowerCase(Locale.ROOT)))
                        .sorted(sort.order())
                        .toList();
    }

    /** {@return the place of the pet that is pointed at; one that is gone leaves its place to the first} */
    int at(TopView view) {
        var names = shown(view).stream().map(TopView.PetUse::name).toList();
        return Math.max(0, names.indexOf(String.valueOf(chosen)));
    }

    /** {@return the pet that is pointed at; empty when none is shown} */
    Optional<String> pointed(TopView view) {
        return shown(view).stream().skip(at(view)).findFirst().map(TopView.PetUse::name);
    }

    TopState pointing(TopView view, int index) {
        var pets = shown(view);
        return pets.isEmpty()
                ? this
                : new TopState(
                        sort,
                        filter,
                        mode,
                        pets.get(Math.clamp(index, 0, pets.size() - 1)).name(),
                        message);
    }

    TopState in(Mode other) {
        return new TopState(sort, filter, other, chosen, message);
    }

    TopState saying(String words) {
        return new TopState(sort, filter, mode, chosen, words);
    }

    TopState filteredBy(String words) {
        return new TopState(sort, words, mode, chosen, message);
    }

    TopState sortedBy(Sort other) {
        return new TopState(other, filter, mode, chosen, message);
    }

    /** {@return what a key makes of the filter} */
    TopState filtering(Key key) {
        return switch (key.kind()) {
            case ENTER -> in(Mode.LOOKING);
            case ESCAPE, INTERRUPT -> filteredBy("").in(Mode.LOOKING);
            case TEXT, PASTE -> filteredBy(filter + key.text());
            case BACKSPACE ->
                filteredBy(filter.isEmpty() ? "" : filter.substring(0, filter.offsetByCodePoints(filter.length(), -1)));
            case ERASE_LINE, ERASE_WORD -> filteredBy("");
            default -> this;
        };
    }
}
