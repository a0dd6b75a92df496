package dev.hearth.cli.between;

import dev.hearth.between.Move.Direction;
import dev.hearth.between.MoveId;
import dev.hearth.between.MoveUndoing;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Page;

/** Undoes a move: shows what that takes, asks, and does it. */
final class Undoing {
    private final MoveContext context;

    Undoing(MoveContext context) {
        this.context = context;
    }

    void run(MoveId id, Direction direction, MoveOptions options) {
        if (id.direction() != direction) {
            throw MoveMisuse.otherDirection(id);
        }
        var undoing = new MoveUndoing(
                context.layers().apply(options.sysroot()), context.pets(), context.exports(), context.journal());
        var plan = undoing.plan(id);
        var view = MoveView.planned(plan.move(), plan.steps());
        if (options.dryRun()) {
            context.output().page(options.format(), view, MoveView::lines);
            return;
        }
        context.consent().to(view.lines(new Page(Colors.PLAIN, 0)), "Undo '%s' like this?".formatted(id));
        var undone = undoing.carryOut(plan, options.grace(), context.narrator());
        undoing.lost(undone)
                .forEach(request -> context.narrator()
                        .warning("'%s' was layered from a file, and is not on the base again".formatted(request)));
        context.narrator()
                .confirm("'%s' is undone%s"
                        .formatted(id, plan.base() == null ? "" : "; the base is so with the next boot"));
        if (undone.makesPet()) {
            context.narrator().say("The pet '%s', which was made for it, stays".formatted(undone.pet()));
        }
        if (options.format() == Format.JSON) {
            context.output().page(Format.JSON, MoveView.ended(undone, plan.steps()), MoveView::lines);
        }
    }
}
