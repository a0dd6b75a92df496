package dev.hearth.cli.between;

import dev.hearth.between.Move.Direction;
import dev.hearth.between.PromotionPlan;
import dev.hearth.between.Promotions;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Page;
import dev.hearth.frombase.NothingDeployed;
import dev.hearth.packages.PackageName;
import dev.hearth.pets.PetName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth promote}. */
@Command(
        name = "promote",
        description = "Layer packages onto the base that were tried in a pet.",
        footer = {
            "",
            "The pet's package manager fetches the very versions that are installed there, and the base gets",
            "these files, with all its checks. The pet has to be of the base's own release, and stays as it is.",
            "",
            "Examples:",
            "  hearth promote fish --dry-run",
            "  hearth promote -c dev fish tmux",
            "  hearth promote --undo promote-1a2b3c"
        })
public final class PromoteCommand implements Runnable {
    private final MoveContext context;

    @Parameters(paramLabel = "PACKAGE", arity = "0..*", description = "Names of packages that the pet has.")
    private List<String> packages = List.of();

    @Option(
            names = {"-c", "--container"},
            paramLabel = "PET",
            description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Mixin
    private MoveOptions options;

    public PromoteCommand(MoveContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        var undo = options.undo();
        if (undo != null) {
            if (!packages.isEmpty()) {
                throw MoveMisuse.packagesAndUndo();
            }
            new Undoing(context).run(undo, Direction.PROMOTE, options);
            return;
        }
        if (packages.isEmpty()) {
            throw MoveMisuse.nothingNamed(Direction.PROMOTE);
        }
        promote();
    }

    private void promote() {
        var promotions = promotions();
        var names = packages.stream().map(PackageName::parse).toList();
        var name = context.selection().require(pet).name();
        try (var plan = promotions.plan(names, name, context.narrator())) {
            var view = MoveView.planned(plan.move(), plan.steps());
            if (options.dryRun()) {
                context.output().page(options.format(), view, MoveView::lines);
                return;
            }
            context.consent().to(view.lines(new Page(Colors.PLAIN, 0)), "Change the base like this?");
            carryOut(promotions, plan);
        }
    }

    private void carryOut(Promotions promotions, PromotionPlan plan) {
        var done = promotions.carryOut(plan);
        context.narrator().confirm("On the base with the next boot: %s".formatted(String.join(", ", done.requests())));
        context.narrator().say("`hearth promote --undo %s` takes all off again".formatted(done.id()));
        if (options.format() == Format.JSON) {
            context.output().page(Format.JSON, MoveView.ended(done, plan.steps()), MoveView::lines);
        }
    }

    private Promotions promotions() {
        var base = context.bases().apply(options.sysroot());
        return new Promotions(
                () -> base.release(base.os()
                        .status()
                        .next()
                        .orElseThrow(NothingDeployed::new)
                        .id()),
                context.layers().apply(options.sysroot()),
                context.pets(),
                context.journal(),
                context.files(),
                context.clock(),
                context.random());
    }
}
