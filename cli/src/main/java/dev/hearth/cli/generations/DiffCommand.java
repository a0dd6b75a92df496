package dev.hearth.cli.generations;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth diff}. */
@Command(
        name = "diff",
        description = "Show what differs between a pet and a generation, or between two of them.",
        footer = {
            "",
            "Without a generation, the newest is compared with the pet as it is; without any at all, the",
            "image that the pet was made from. Caches, logs and what hearth writes are only counted.",
            "",
            "Examples:",
            "  hearth diff",
            "  hearth diff dev @3 --files",
            "  hearth diff dev @3 @5 --format=json"
        })
public final class DiffCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(
            index = "0",
            paramLabel = "PET",
            arity = "0..1",
            description = "The pet; else the one that `enter` would enter.")
    private @Nullable String first;

    @Parameters(index = "1", paramLabel = "@N", arity = "0..1", description = "The first generation; else the newest.")
    private @Nullable String second;

    @Parameters(
            index = "2",
            paramLabel = "@M",
            arity = "0..1",
            description = "The second generation; else the pet as it is.")
    private @Nullable String third;

    @Option(names = "--files", description = "List the files that differ, too.")
    private boolean files;

    @Option(names = "--all", description = "List caches, logs and the like, too.")
    private boolean all;

    @Mixin
    private FormatOption format;

    public DiffCommand(Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public void run() {
        var words = PetWords.of(first, second, third);
        var name = selection.require(words.pet()).name();
        var past = pets.get().generations().past();
        var difference = past.diff(name, words.generation(0), words.generation(1), narrator);
        output.page(format.format(), DiffView.of(difference), (view, page) -> view.lines(page, files, all));
    }
}
