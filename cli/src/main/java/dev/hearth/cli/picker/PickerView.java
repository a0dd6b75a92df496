package dev.hearth.cli.picker;

import dev.hearth.cli.output.Cells;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Times;
import dev.hearth.cli.screen.Line;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Draws the choice among pets. */
record PickerView(Colors colors, Times times, int columns, int rows) {
    /** Beside the list: the question, a line for what is typed, and an empty one. */
    private static final int HEAD = 3;

    /** An empty line, the preview's four, an empty one and the keys. */
    private static final int FOOT = 7;

    private static final int WIDEST_NAME = 30;
    private static final int STATE = 8;
    private static final String KEYS = "Enter chooses · Esc cancels · arrows move · what you type filters";

    /** {@return how many pets are on the screen at once} */
    int page() {
        return Math.max(1, rows - HEAD - (hasPreview() ? FOOT : 0));
    }

    List<AttributedString> lines(PickerState state) {
        var shown = state.shown();
        var lines = new ArrayList<AttributedString>();
        lines.add(line().bold("Which pet? ")
                .dim(shown.size() + " of " + state.all().size())
                .fit(columns));
        lines.add(line().plain("Filter: " + state.filter()).inverse(" ").fit(columns));
        lines.add(AttributedString.EMPTY);
        int first = first(state.at(), shown.size());
        for (int i = first; i < Math.min(shown.size(), first + page()); i++) {
            lines.add(row(shown.get(i), i == state.at(), state));
        }
        if (shown.isEmpty()) {
            lines.add(line().dim("  No pet has that in its name, image or packages")
                    .fit(columns));
        }
        if (hasPreview()) {
            while (lines.size() < rows - FOOT) {
                lines.add(AttributedString.EMPTY);
            }
            lines.add(AttributedString.EMPTY);
            preview(state, lines);
            while (lines.size() < rows - 1) {
                lines.add(AttributedString.EMPTY);
            }
            lines.add(line().dim(KEYS).fit(columns));
        }
        return lines;
    }

    private boolean hasPreview() {
        return rows >= HEAD + FOOT + 3;
    }

    /** The list moves by whole pages, so that it stands still while one moves on it. */
    private int first(int at, int count) {
        return count <= page() ? 0 : at / page() * page();
    }

    private AttributedString row(Choice choice, boolean pointed, PickerState state) {
        int name =
                state.all().stream().mapToInt(each -> Cells.width(each.name())).reduce(0, Math::max);
        var line = line();
        line.plain(pointed ? "> " : "  ");
        var padded = Cells.padded(Cells.cut(choice.name(), WIDEST_NAME), Math.min(name, WIDEST_NAME));
        if (pointed) {
            line.inverse(padded);
        } else {
            line.plain(padded);
        }
        line.plain("  ");
        var told = Cells.padded(choice.state(), STATE);
        if (choice.state().equals("running")) {
            line.green(told);
        } else {
            line.dim(told);
        }
        return line.plain("  ").rest(choice.image(), columns).fit(columns);
    }

    private void preview(PickerState state, List<AttributedString> lines) {
        state.pointed().ifPresent(choice -> {
            lines.add(line().bold(choice.name()).fit(columns));
            lines.add(told("Image", choice.image()));
            lines.add(told("Packages", choice.packages().isEmpty() ? "none" : String.join(" ", choice.packages())));
            lines.add(told("Created", String.valueOf(times.text(choice.created()))));
        });
    }

    private AttributedString told(String title, String text) {
        return line().plain("  ")
                .dim(title)
                .at(12)
                .plain(Cells.cut(text, columns - 12))
                .fit(columns);
    }

    private Line line() {
        return new Line(colors);
    }
}
