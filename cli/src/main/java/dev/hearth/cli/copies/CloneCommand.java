package dev.hearth.cli.copies;

import dev.hearth.cli.generations.PlanOptions;
import dev.hearth.cli.generations.StepLines;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth clone}. */
@Command(
        name = "clone",
        description = "Make a pet that has what is in another one.",
        footer = {
            "",
            "The pet is saved as a generation, of which the copy is made: both share on the disk what",
            "is alike. The copy has a history of its own, and says of which generation it came. It",
            "publishes no ports, does not start at login and exports nothing until you say so; named",
            "volumes are seen by both, and what is in others stays with the first.",
            "",
            "Examples:",
            "  hearth clone dev try",
            "  hearth clone dev try --dry-run"
        })
public final class CloneCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    @Parameters(index = "0", paramLabel = "PET", description = "The pet to copy.")
    private PetName pet;

    @Parameters(index = "1", paramLabel = "NEW", description = "The name of the copy.")
    private PetName copy;

    @Mixin
    private GraceOption grace;

    @Mixin
    private PlanOptions options;

    public CloneCommand(Supplier<Pets> pets, ConsoleNarrator narrator, Consent consent, Output output) {
        this.pets = pets;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public void run() {
        var clones = pets.get().clones();
        var plan = clones.plan(pet, copy);
        var view = CloneView.of(plan, copy);
        if (options.dryRun()) {
            output.page(options.format(), view, CloneView::lines);
            return;
        }
        if (plan.stops()) {
            consent.to(StepLines.numbered(view.steps()), "Stop the pet '%s' meanwhile?".formatted(pet));
        }
        clones.carryOut(pet, copy, grace.grace(), narrator);
        if (options.format() == Format.JSON) {
            output.page(Format.JSON, view, CloneView::lines);
        }
    }
}
