package dev.hearth.cli.between;

import dev.hearth.between.Demotions;
import dev.hearth.between.Move;
import dev.hearth.between.Move.Direction;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Page;
import dev.hearth.pets.MeantPet;
import dev.hearth.pets.PetName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth demote}. */
@Command(
        name = "demote",
        description = "Move layered packages from the base to a pet.",
        footer = {
            "",
            "They are installed in the pet, their programs and apps exported, and only then taken off the",
            "base, with the next boot. What has to be in the base, by `hearth os advise`, is refused. When a",
            "step fails, those before it are undone; one that was cut off is gone on with by the same command.",
            "",
            "Examples:",
            "  hearth demote htop --dry-run",
            "  hearth demote htop gimp --to dev",
            "  hearth demote --undo demote-1a2b3c"
        })
public final class DemoteCommand implements Runnable {
    private final MoveContext context;

    @Parameters(
            paramLabel = "REQUEST",
            arity = "0..*",
            description = "Layered packages, as `hearth os advise` lists them.")
    private List<String> packages = List.of();

    @Option(
            names = "--to",
            paramLabel = "PET",
            description = "The pet; else the one that `enter` would enter, or a new one where there is none.")
    private @Nullable PetName pet;

    @Option(names = "--anyway", description = "Move also what has to be in the base.")
    private boolean anyway;

    @Mixin
    private MoveOptions options;

    public DemoteCommand(MoveContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        var undo = options.undo();
        if (undo != null) {
            if (!packages.isEmpty()) {
                throw MoveMisuse.packagesAndUndo();
            }
            new Undoing(context).run(undo, Direction.DEMOTE, options);
            return;
        }
        if (packages.isEmpty()) {
            throw MoveMisuse.nothingNamed(Direction.DEMOTE);
        }
        demote();
    }

    private void demote() {
        var narrator = context.narrator();
        var demotions = demotions();
        var meant = context.selection().find(pet).map(MeantPet::name).orElse(null);
        var plan = demotions.plan(packages, meant, context.newPet()::request, anyway, narrator);
        var view = MoveView.planned(plan.move(), plan.steps());
        if (options.dryRun()) {
            context.output().page(options.format(), view, MoveView::lines);
            return;
        }
        context.consent().to(view.lines(new Page(Colors.PLAIN, 0)), "Move them like this?");
        var screen = context.screens().of(options.quiet(), options.format());
        var done = demotions.carryOut(
                plan, screen, options.grace(), narrator, context.consent().prompt());
        narrator.confirm(sentence(done));
        narrator.say("`hearth demote --undo %s` brings all back".formatted(done.id()));
        if (options.format() == Format.JSON) {
            context.output().page(Format.JSON, MoveView.ended(done, plan.steps()), MoveView::lines);
        }
    }

    private Demotions demotions() {
        var advisor = context.bases().apply(options.sysroot());
        return new Demotions(
                () -> advisor.advisor().layered(),
                context.layers().apply(options.sysroot()),
                context.pets(),
                context.exports(),
                context.journal(),
                context.clock(),
                context.random());
    }

    private static String sentence(Move done) {
        return "In the pet '%s' now, and off the base with the next boot: %s"
                .formatted(done.pet(), String.join(", ", done.names()));
    }
}
