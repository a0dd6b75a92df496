package dev.hearth.cli.generations;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth rollback}. */
@Command(
        name = "rollback",
        description = "Return a pet to a generation: what is in it, and what it is.",
        footer = {
            "",
            "What the pet is now is saved first, so that a rollback can be undone by another one. What",
            "runs in it is stopped, and the pet started again. Its name, its exports and its generations",
            "stay; homes, directories of the host and volumes are left alone.",
            "",
            "Examples:",
            "  hearth rollback --dry-run",
            "  hearth rollback dev @3",
            "  hearth rollback @3"
        })
public final class RollbackCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    @Mixin
    private GenerationOperand operand;

    @Mixin
    private GraceOption grace;

    @Mixin
    private PlanOptions options;

    public RollbackCommand(
            Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Consent consent, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public void run() {
        var words = operand.words();
        var name = selection.require(words.pet()).name();
        var rollbacks = pets.get().generations().rollbacks();
        var plan = rollbacks.plan(name, words.generation(0));
        var view = RollbackView.of(plan);
        if (options.dryRun()) {
            output.page(options.format(), view, RollbackView::lines);
            return;
        }
        var target = plan.target().number();
        consent.to(view.lines(new Page(Colors.PLAIN, 0)), "Return the pet '%s' to %s?".formatted(name, target));
        rollbacks.carryOut(name, target, grace.grace(), narrator);
        narrator.confirm("The pet '%s' is what %s was".formatted(name, target));
        if (options.format() == Format.JSON) {
            output.page(Format.JSON, view, RollbackView::lines);
        }
    }
}
