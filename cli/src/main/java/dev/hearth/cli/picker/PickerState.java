package dev.hearth.cli.picker;

import dev.hearth.cli.screen.Key;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What there is to choose from, and where the user is.
 *
 * @param filter what was typed
 * @param at which of those that are shown is pointed at
 */
record PickerState(List<Choice> all, String filter, int at) {
    PickerState {
        all = List.copyOf(all);
    }

    static PickerState of(List<Choice> all) {
        return new PickerState(all, "", 0);
    }

    /** {@return those that have what was typed} */
    List<Choice> shown() {
        return all.stream().filter(choice -> choice.has(filter)).toList();
    }

    /** {@return the one that is pointed at; empty when none is shown} */
    Optional<Choice> pointed() {
        return shown().stream().skip(at).findFirst();
    }

    /**
     * {@return what a key makes of it}
     *
     * @param page how many are on the screen at once
     */
    PickerState after(Key key, int page) {
        return switch (key.kind()) {
            case TEXT, PASTE -> filtered(filter + key.text());
            case BACKSPACE -> filtered(filter.substring(0, lastCharacter().orElse(0)));
            case ERASE_WORD -> filtered(filter.stripTrailing().replaceFirst("[^ ]*$", ""));
            case ERASE_LINE -> filtered("");
            case UP -> pointingAt(at - 1);
            case DOWN, TAB -> pointingAt(at + 1);
            case PAGE_UP -> pointingAt(at - page);
            case PAGE_DOWN -> pointingAt(at + page);
            case HOME -> pointingAt(0);
            case END -> pointingAt(all.size());
            case ENTER, ESCAPE, INTERRUPT, REDRAW, OTHER -> this;
        };
    }

    private OptionalInt lastCharacter() {
        return filter.isEmpty() ? OptionalInt.empty() : OptionalInt.of(filter.offsetByCodePoints(filter.length(), -1));
    }

    private PickerState filtered(String words) {
        return new PickerState(all, words, 0);
    }

    private PickerState pointingAt(int index) {
        return new PickerState(all, filter, Math.clamp(index, 0, Math.max(0, shown().size() - 1)));
    }
}
