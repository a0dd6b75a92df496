package dev.hearth.cli.generations;

import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth snapshot}. */
@Command(
        name = "snapshot",
        description = "Save a pet as a generation, to return to.",
        footer = {
            "",
            "A pet that runs is paused meanwhile; where the engine cannot do that, it is stopped and",
            "started again. Homes, directories of the host and volumes are not part of a generation.",
            "",
            "Examples:",
            "  hearth snapshot",
            "  hearth snapshot dev --label='before the new compiler'",
            "  hearth snapshot dev --pin --dry-run"
        })
public final class SnapshotCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Words by which you will know it again.")
    private String label = "";

    @Option(names = "--pin", description = "Keep it until `unpin`, whatever is pruned.")
    private boolean pinned;

    @Mixin
    private GraceOption grace;

    @Mixin
    private PlanOptions options;

    public SnapshotCommand(
            Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Consent consent, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public void run() {
        var words = GenerationText.label(label);
        var name = selection.require(pet).name();
        var snapshots = pets.get().generations().snapshots();
        var plan = snapshots.plan(name);
        var view = SnapshotView.of(plan);
        if (options.dryRun()) {
            output.page(options.format(), view, SnapshotView::lines);
            return;
        }
        if (plan.stops()) {
            consent.to(StepLines.numbered(view.steps()), "Stop the pet '%s' meanwhile?".formatted(name));
        }
        var saved = snapshots.take(name, words, pinned, grace.grace(), narrator);
        narrator.confirm("The pet '%s' is saved as %s, %s"
                .formatted(name, saved.number(), Sizes.text(saved.changed().bytes())));
        view.notSaved().forEach(path -> narrator.say("Not saved: the volume at " + path));
        if (options.format() == Format.JSON) {
            output.page(Format.JSON, view, SnapshotView::lines);
        }
    }
}
