package dev.hearth.cli.homes;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth home diff}. */
@Command(
        name = "diff",
        description = "Show what a pet added, changed and removed in the home that it reads through.",
        footer = {"", "Examples:", "  hearth home diff try", "  hearth home diff try .config --format=json"})
public final class HomeDiffCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(paramLabel = "PET", description = "The pet.")
    private PetName pet;

    @Parameters(
            paramLabel = "PATH",
            index = "1..*",
            arity = "0..*",
            description = "Only what is here: below your home, or absolute.")
    private List<String> paths = List.of();

    @Mixin
    private FormatOption format;

    public HomeDiffCommand(Supplier<Pets> pets, ConsoleNarrator narrator, Output output) {
        this.pets = pets;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public void run() {
        var changes = pets.get().homes().diff(pet, paths, narrator);
        output.list(format.format(), ChangeTable.NAME, ChangeTable.rows(changes), ChangeTable.TABLE);
    }
}
