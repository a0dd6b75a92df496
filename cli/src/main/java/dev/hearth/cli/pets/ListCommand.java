package dev.hearth.cli.pets;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Pets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth list}. */
@Command(
        name = "list",
        aliases = "ls",
        description = "List your pets.",
        footer = {"", "Examples:", "  hearth list", "  hearth list --format=json"})
public final class ListCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("NAME", Row::name),
            Column.of("STATE", Row::state)
                    .styled((colors, row, text) ->
                            row.state().equals("running") ? colors.green(text) : colors.dim(text)),
            Column.time("CREATED", Row::created),
            Column.of("IMAGE", Row::image)));

    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final Narrator narrator;
    private final Output output;

    @Mixin
    private FormatOption format;

    public ListCommand(Supplier<Pets> pets, PetSelection selection, Narrator narrator, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.output = output;
    }

    /**
     * One pet; the components are the JSON contract.
     *
     * @param name its name
     * @param state created, running, paused, stopped or removing
     * @param created when it was made
     * @param image what it was made from, by name
     * @param isDefault whether commands mean it when they name none
     */
    record Row(String name, String state, Instant created, String image, boolean isDefault) {}

    @Override
    public void run() {
        var rows = pets.get().list(narrator).stream().map(this::row).toList();
        output.list(format.format(), "pets", rows, TABLE);
    }

    private Row row(Pet pet) {
        return new Row(
                pet.name().value(),
                pet.container().state().name().toLowerCase(Locale.ROOT),
                pet.spec().created().truncatedTo(ChronoUnit.SECONDS),
                pet.spec().image(),
                selection.preferred().filter(pet.name()::equals).isPresent());
    }
}
