package dev.hearth.cli.generations;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "With --everything an upgrade of everything is undone: the base boots what it did before, and pets",
            "and Flatpaks are what they were.",
            "",
            "Examples:",
            "  hearth rollback --dry-run",
            "  hearth rollback dev @3",
            "  hearth rollback @3",
            "  hearth rollback --everything everything-1a2b3c"
        })
public final class RollbackCommand implements Callable<Integer> {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;
    private final RollbackOfEverything everything;

    @Mixin
    private GenerationOperand operand;

    @Option(names = "--everything", paramLabel = "ID", description = "Undo an upgrade of everything.")
    private @Nullable String upgrade;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "With --everything: mean the ostree sysroot in a directory instead of this host's base.")
    private @Nullable Path sysroot;

    @Mixin
    private GraceOption grace;

    @Mixin
    private PlanOptions options;

    public RollbackCommand(
            Supplier<Pets> pets,
            PetSelection selection,
            ConsoleNarrator narrator,
            Consent consent,
            Output output,
            RollbackOfEverything everything) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
        this.everything = everything;
    }

    @Override
    public Integer call() {
        if (upgrade != null) {
            if (operand.isNamed()) {
                throw EverythingMisuse.pet();
            }
            return everything.run(new RollbackOfEverything.Request(
                    upgrade, options.dryRun(), grace.grace(), options.format(), sysroot));
        }
        if (sysroot != null) {
            throw EverythingMisuse.sysroot();
        }
        rollBack();
        return ExitStatus.OK;
    }

    private void rollBack() {
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
