package dev.hearth.cli.homes;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.homes.HomeChange;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth home discard}. */
@Command(
        name = "discard",
        description = "Drop what a pet wrote, so that it sees your home as it is.",
        footer = {
            "",
            "The pet must not run. Your home stays as it is.",
            "",
            "Examples:",
            "  hearth home discard try --dry-run",
            "  hearth home discard try .cache"
        })
public final class HomeDiscardCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;
    private final BooleanSupplier yes;
    private final Output output;

    @Parameters(paramLabel = "PET", description = "The pet.")
    private PetName pet;

    @Parameters(
            paramLabel = "PATH",
            index = "1..*",
            arity = "0..*",
            description = "Only what is here: below your home, or absolute.")
    private List<String> paths = List.of();

    @Option(names = "--dry-run", description = "Show what would be dropped, and do nothing.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    /**
     * Makes the command.
     *
     * @param yes whether the user agreed to everything beforehand, and need not read what goes
     */
    public HomeDiscardCommand(
            Supplier<Pets> pets, ConsoleNarrator narrator, Prompt prompt, BooleanSupplier yes, Output output) {
        this.pets = pets;
        this.narrator = narrator;
        this.prompt = prompt;
        this.yes = yes;
        this.output = output;
    }

    @Override
    public void run() {
        if (pets.get().homes().discard(pet, paths, this::agrees, narrator)) {
            narrator.confirm("The pet '%s' sees your home as it is there".formatted(pet));
        }
    }

    private boolean agrees(List<HomeChange> gone) {
        if (dryRun) {
            output.list(format.format(), ChangeTable.NAME, ChangeTable.rows(gone), ChangeTable.TABLE);
            return false;
        }
        if (!gone.isEmpty() && !yes.getAsBoolean()) {
            ChangeTable.summary(gone).forEach(narrator::say);
            if (!prompt.confirm("Drop these %d changes of the pet '%s'?".formatted(gone.size(), pet))) {
                throw new Declined();
            }
        }
        return true;
    }
}
