package dev.hearth.cli.generations;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.generations.Retention;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.pets.PrunePlan;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth prune}. */
@Command(
        name = "prune",
        description = "Remove generations that need not be kept.",
        footer = {
            "",
            "Kept are the newest, those that are young, and the pinned. With --all, those of pets that",
            "an engine's own client removed are looked at as well.",
            "",
            "Examples:",
            "  hearth prune dev --dry-run",
            "  hearth prune --keep=1 --keep-days=0",
            "  hearth --yes prune --all"
        })
public final class PruneCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Option(names = "--all", description = "Those of all pets.")
    private boolean all;

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "How many of the newest each pet keeps, 1 or more; 5 by default.")
    private int newest;

    @Option(
            names = "--keep-days",
            paramLabel = "DAYS",
            defaultValue = "14",
            description = "How long each is kept; 14 days by default.")
    private int days;

    @Mixin
    private PlanOptions options;

    public PruneCommand(
            Supplier<Pets> pets, PetSelection selection, ConsoleNarrator narrator, Consent consent, Output output) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public void run() {
        var retention = retention();
        var name = all ? null : selection.require(pet).name();
        var view = PruneView.of(plan(name, retention));
        if (options.dryRun()) {
            output.page(options.format(), view, PruneView::lines);
            return;
        }
        if (view.number() == 0) {
            narrator.confirm("No generation is there that need not be kept");
        } else {
            consent.to(
                    view.lines(new Page(Colors.PLAIN, 0)),
                    "Remove %d generation%s, %s?"
                            .formatted(view.number(), view.number() == 1 ? "" : "s", Sizes.text(view.bytes())));
            view = PruneView.of(prune(name, retention));
            narrator.confirm("Removed %d generation%s, %s"
                    .formatted(view.number(), view.number() == 1 ? "" : "s", Sizes.text(view.bytes())));
        }
        if (options.format() == Format.JSON) {
            output.page(Format.JSON, view, PruneView::lines);
        }
    }

    private Retention retention() {
        if (all && pet != null) {
            throw InvalidRetention.allAndOne();
        }
        if (newest < 1 || days < 0) {
            throw InvalidRetention.numbers();
        }
        return new Retention(newest, Duration.ofDays(days));
    }

    private PrunePlan plan(@Nullable PetName name, Retention retention) {
        var pruning = pets.get().generations().pruning();
        return name == null ? pruning.planAll(retention) : pruning.plan(name, retention);
    }

    private PrunePlan prune(@Nullable PetName name, Retention retention) {
        var pruning = pets.get().generations().pruning();
        return name == null ? pruning.pruneAll(retention, narrator) : pruning.prune(name, retention, narrator);
    }
}
