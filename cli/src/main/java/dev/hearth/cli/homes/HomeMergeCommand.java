package dev.hearth.cli.homes;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.pets.ConflictingOptions;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.homes.MergePlan;
import dev.hearth.homes.OnConflict;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth home merge}. */
@Command(
        name = "merge",
        description = "Make what a pet wrote part of your home.",
        footer = {
            "",
            "The pet must not run. Each file is replaced at once; when this is cut off, the rest is still in",
            "the pet, and the same command goes on. Files become yours, with their permissions and times;",
            "extended attributes stay behind. Where your home changed after the pet wrote, nothing is merged",
            "until you say who wins.",
            "",
            "Examples:",
            "  hearth home merge try --dry-run",
            "  hearth home merge try .config/app bin/tool",
            "  hearth home merge try --keep-home --yes"
        })
public final class HomeMergeCommand implements Runnable {
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

    @Option(names = "--keep-home", description = "Where both changed, leave your home as it is.")
    private boolean keepHome;

    @Option(names = "--take-pet", description = "Where both changed, take what the pet has.")
    private boolean takePet;

    @Option(names = "--dry-run", description = "Show what would be merged, and do nothing.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    /**
     * Makes the command.
     *
     * @param yes whether the user agreed to everything beforehand, and need not read the plan
     */
    public HomeMergeCommand(
            Supplier<Pets> pets, ConsoleNarrator narrator, Prompt prompt, BooleanSupplier yes, Output output) {
        this.pets = pets;
        this.narrator = narrator;
        this.prompt = prompt;
        this.yes = yes;
        this.output = output;
    }

    @Override
    public void run() {
        if (keepHome && takePet) {
            throw ConflictingOptions.setAndTaken("keep-home", "take-pet");
        }
        if (pets.get().homes().merge(pet, paths, choice(), this::agrees, narrator)) {
            narrator.confirm("Your home has what the pet '%s' wrote there".formatted(pet));
        }
    }

    private OnConflict choice() {
        if (keepHome) {
            return OnConflict.KEEP_HOME;
        }
        return takePet ? OnConflict.TAKE_PET : OnConflict.REFUSE;
    }

    private boolean agrees(MergePlan plan) {
        if (dryRun) {
            output.list(format.format(), ChangeTable.NAME, ChangeTable.rows(plan.made()), ChangeTable.TABLE);
            return false;
        }
        if (!plan.left().isEmpty()) {
            narrator.say("Stays in the pet alone:");
            ChangeTable.summary(plan.left()).forEach(narrator::say);
        }
        if (plan.made().isEmpty()) {
            narrator.confirm("There is nothing to merge");
            return false;
        }
        if (!yes.getAsBoolean()) {
            ChangeTable.summary(plan.made()).forEach(narrator::say);
            var question =
                    "Make these %d changes in your home?".formatted(plan.made().size());
            if (!prompt.confirm(question)) {
                throw new Declined();
            }
        }
        return true;
    }
}
