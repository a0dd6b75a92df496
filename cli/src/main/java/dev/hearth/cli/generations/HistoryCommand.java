package dev.hearth.cli.generations;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.output.Table;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth history}. */
@Command(
        name = "history",
        description = "Show the generations of a pet.",
        footer = {
            "",
            "Each is told with what it has beyond the one before it: how many packages and files are",
            "new (+), changed (~) and gone (-). The last line is the pet as it is, beside the newest;",
            "a question mark is what only `hearth diff` can tell. What was saved elsewhere, before",
            "`import-pet`, is only told.",
            "",
            "Examples:",
            "  hearth history",
            "  hearth history dev --format=json"
        })
public final class HistoryCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("GENERATION", Row::generation),
            Column.time("SAVED", Row::saved),
            Column.of("BY", Row::action),
            Column.of("PACKAGES", Row::packages),
            Column.of("FILES", Row::files),
            Column.of("SIZE", Row::size),
            Column.of("LABEL", Row::label)));

    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Mixin
    private FormatOption format;

    public HistoryCommand(Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.output = output;
    }

    /** A line for people. */
    private record Row(
            String generation,
            @Nullable Instant saved,
            String action,
            String packages,
            String files,
            @Nullable String size,
            String label) {
        static Row of(HistoryView.Saved saved) {
            return new Row(
                    saved.generation(),
                    saved.saved(),
                    saved.action(),
                    CountView.text(saved.packages()),
                    CountView.text(saved.files()),
                    Sizes.text(saved.bytes()),
                    saved.pinned() ? (saved.label() + " (pinned)").strip() : saved.label());
        }

        static Row of(HistoryView.Former former) {
            return new Row("elsewhere", former.saved(), former.action(), "", "", null, former.label());
        }

        static Row of(HistoryView.Now now) {
            return new Row("now", null, "", CountView.text(now.packages()), CountView.text(now.files()), null, "");
        }
    }

    @Override
    public void run() {
        var view = HistoryView.of(
                pets.get().generations().past().history(selection.require(pet).name()));
        if (format.format() == Format.JSON) {
            output.page(Format.JSON, view, (_, _) -> List.of());
            return;
        }
        var rows = new ArrayList<Row>();
        view.former().forEach(former -> rows.add(Row.of(former)));
        view.generations().forEach(saved -> rows.add(Row.of(saved)));
        rows.add(Row.of(view.now()));
        output.list(Format.TABLE, "generations", rows, TABLE);
        view.now().notSaved().forEach(path -> narrator.say("Part of no generation: the volume at " + path));
    }
}
