package dev.hearth.cli.packages;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.packages.SearchWord;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth search}. */
@Command(
        name = "search",
        description = "Search packages that could be installed in a pet.",
        footer = {
            "",
            "The pet's own package manager searches; each has its own idea of several words.",
            "",
            "Examples:",
            "  hearth search debugger",
            "  hearth search -c dev --format=json text editor"
        })
public final class SearchCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("NAME", Row::name), Column.of("VERSION", Row::version), Column.of("SUMMARY", Row::summary)));

    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Option(
            names = {"-c", "--container"},
            paramLabel = "PET",
            description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "Words of its name or summary.")
    private List<String> words = List.of();

    @Mixin
    private FormatOption format;

    public SearchCommand(Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.output = output;
    }

    /**
     * A package; the components are the JSON contract.
     *
     * @param name its name
     * @param version empty when the package manager does not tell
     * @param summary one line
     */
    record Row(String name, String version, String summary) {}

    @Override
    public void run() {
        var wanted = words.stream().map(SearchWord::parse).toList();
        var name = selection.require(pet).name();
        var rows = pets.get().packages().search(name, wanted, narrator).stream()
                .map(found -> new Row(found.name(), found.version(), found.summary()))
                .toList();
        output.list(format.format(), "packages", rows, TABLE);
    }
}
