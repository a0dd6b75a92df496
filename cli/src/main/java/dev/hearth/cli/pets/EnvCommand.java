package dev.hearth.cli.pets;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.pets.SessionVariable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth env}. */
@Command(
        name = "env",
        description = "Show the variables of a session in a pet: from where, and why.",
        footer = {
            "",
            "A pet that runs is asked, as only it knows what it makes of the login's values; of one that is",
            "stopped, only what the login and the pet's specification set is shown.",
            "",
            "Examples:",
            "  hearth env",
            "  hearth env dev --format=json"
        })
public final class EnvCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("VARIABLE", Row::name),
            Column.<Row>of("FROM", Row::source)
                    .styled((colors, row, text) -> row.source().equals("login") ? colors.green(text) : text),
            Column.of("VALUE", Row::value),
            Column.of("WHY", Row::reason)));

    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Mixin
    private FormatOption format;

    public EnvCommand(Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.output = output;
    }

    /**
     * One variable; the components are the JSON contract.
     *
     * @param name its name
     * @param value its value inside
     * @param source login, pet, hearth or image
     * @param reason why it is set, or has this value, for people to read
     */
    record Row(String name, String value, String source, String reason) {
        static Row of(SessionVariable variable) {
            return new Row(variable.name(), variable.value(), variable.source().word(), variable.reason());
        }
    }

    @Override
    public void run() {
        var chosen = selection.require(pet);
        if (!chosen.isRunning()) {
            narrator.say(
                    "The pet '%s' does not run; what it would make of these is not known".formatted(chosen.name()));
        }
        var rows = pets.get().inside().environment(chosen.name()).stream()
                .map(Row::of)
                .toList();
        output.list(format.format(), "variables", rows, TABLE);
    }
}
