package dev.hearth.cli.top;

import dev.hearth.cli.output.Cells;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.screen.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Draws pets and the base. */
record TopScreen(Colors colors, int columns, int rows) {
    private static final String UNKNOWN = "–";
    /** What says little at the beginning of an image's name. */
    private static final String OWN = "^(localhost/hearth|docker\\.io/library)/";

    private static final int NARROWEST_NAME = 12;
    private static final int WIDEST_NAME = 40;
    private static final int STATE = 8;
    private static final int PROCESSOR = 7;
    private static final int SIZE = 8;
    private static final int UPDATE = 11;

    /** Below the list: an empty line, the message and the keys. */
    private static final int FOOT = 3;

    private static final List<String> HELP = List.of(
            "Enter   opens a shell in the pet; this screen comes back when it ends",
            "s       stops the pet, after a question",
            "n       saves the pet as a generation; asks where it has to stop for that",
            "r       returns the pet to its last generation; shows the plan first, and asks",
            "/       filters by name and image; Esc takes the filter away",
            "o       sorts by name, processor, memory or disk",
            "q       ends",
            "",
            "CPU is percent of one processor, DISK what a pet has beyond its image.",
            "UPDATE says what it could be made anew of: an image that has its name",
            "by now, or the base that runs by now.");

    private static final String KEYS =
            "Enter opens  s stops  n saves  r rolls back  / filters  o sorts  ? help  q ends";

    List<AttributedString> lines(TopView view, TopState state) {
        var lines = new ArrayList<AttributedString>();
        lines.add(base(view.base()));
        lines.add(waits(view.base()));
        lines.add(arrangement(state));
        if (state.mode() == TopState.Mode.HELP) {
            HELP.forEach(text -> lines.add(line().plain(text).fit(columns)));
        } else {
            pets(view, state, lines);
        }
        while (lines.size() < rows - FOOT + 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.add(line().yellow(state.message()).fit(columns));
        lines.add(line().dim(keys(view, state)).fit(columns));
        return lines;
    }

    private AttributedString base(TopView.Base base) {
        return line().bold("Base ").plain(baseText(base)).fit(columns);
    }

    /** {@return the machine on one line} */
    static String baseText(TopView.Base base) {
        var name = base.engine() == null
                ? "none kept"
                : base.engine() + (base.version() == null ? "" : " " + base.version());
        return "%s  CPU %s  Memory %s of %s  Free %s"
                .formatted(
                        name,
                        percent(base.processor()),
                        Sizes.text(base.memory()),
                        Sizes.text(base.memoryTotal()),
                        Sizes.text(base.diskFree()));
    }

    private AttributedString waits(TopView.Base base) {
        var waits = base.updates();
        return waits.isEmpty()
                ? AttributedString.EMPTY
                : line().yellow("Waits: " + waits.getFirst())
                        .plain(waits.size() == 1 ? "" : " (and " + (waits.size() - 1) + " more: `hearth status`)")
                        .fit(columns);
    }

    private AttributedString arrangement(TopState state) {
        var words = new ArrayList<String>();
        if (state.sort() != TopState.Sort.NAME) {
            words.add("by " + state.sort().word());
        }
        if (!state.filter().isEmpty()) {
            words.add("with '" + state.filter() + "'");
        }
        return line().dim(String.join(", ", words)).fit(columns);
    }

    private void pets(TopView view, TopState state, List<AttributedString> lines) {
        if (view.petsProblem() != null) {
            lines.add(line().red(view.petsProblem()).fit(columns));
            return;
        }
        var shown = state.shown(view);
        int name = shown.stream().mapToInt(pet -> Cells.width(pet.name())).reduce(NARROWEST_NAME, Math::max);
        int width = Math.min(name, WIDEST_NAME);
        lines.add(header(width));
        int page = Math.max(1, rows - lines.size() - FOOT);
        int at = state.at(view);
        int first = shown.size() <= page ? 0 : at / page * page;
        for (int i = first; i < Math.min(shown.size(), first + page); i++) {
            lines.add(row(shown.get(i), i == at, width));
        }
        if (shown.isEmpty()) {
            lines.add(line().dim(state.filter().isEmpty() ? "  No pets" : "  No pet has that in its name or image")
                    .fit(columns));
        }
    }

    private AttributedString header(int name) {
        return line().plain("  ")
                .cell("NAME", name)
                .cell("STATE", STATE)
                .right("CPU", PROCESSOR)
                .right("MEMORY", SIZE)
                .right("DISK", SIZE)
                .cell("UPDATE", UPDATE)
                .plain("IMAGE")
                .fit(columns);
    }

    private AttributedString row(TopView.PetUse pet, boolean pointed, int name) {
        var line = line().plain(pointed ? "> " : "  ");
        var padded = Cells.padded(Cells.cut(pet.name(), name), name);
        if (pointed) {
            line.inverse(padded);
        } else {
            line.plain(padded);
        }
        line.plain("  ");
        var state = Cells.padded(pet.state(), STATE);
        if (pet.runs()) {
            line.green(state);
        } else {
            line.dim(state);
        }
        return line.plain("  ")
                .right(pet.runs() ? percent(pet.processor()) : UNKNOWN, PROCESSOR)
                .right(size(pet.memory()), SIZE)
                .right(size(pet.disk()), SIZE)
                .cell(pet.updates().isEmpty() ? "" : String.join(", ", pet.updates()), UPDATE)
                .rest(pet.image().replaceFirst(OWN, ""), columns)
                .fit(columns);
    }

    private static String keys(TopView view, TopState state) {
        return switch (state.mode()) {
            case LOOKING -> KEYS;
            case FILTERING -> "Filter: " + state.filter() + "_";
            case CONFIRMING_STOP -> "Stop '" + state.pointed(view).orElse("") + "', with all that runs in it? [y/N]";
            case HELP -> "Any key goes back";
        };
    }

    static String percent(@Nullable Double value) {
        return value == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", value);
    }

    static String size(@Nullable Long bytes) {
        return bytes == null ? UNKNOWN : Sizes.text(bytes);
    }

    private Line line() {
        return new Line(colors);
    }
}
