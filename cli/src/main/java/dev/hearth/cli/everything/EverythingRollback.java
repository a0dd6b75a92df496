package dev.hearth.cli.everything;

import dev.hearth.between.UpgradeId;
import dev.hearth.between.WholeUpgrades;
import dev.hearth.cli.generations.RollbackOfEverything;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Undoes an upgrade of everything; a part that cannot be undone keeps no other from it. */
public final class EverythingRollback implements RollbackOfEverything {
    private final Function<@Nullable Path, WholeUpgrades> upgrades;
    private final Each each;
    private final ConsoleNarrator narrator;
    private final Consent consent;
    private final Output output;

    /**
     * Undoes with these.
     *
     * @param upgrades those of the host's base, or of a sysroot
     */
    public EverythingRollback(
            Function<@Nullable Path, WholeUpgrades> upgrades,
            Each each,
            ConsoleNarrator narrator,
            Consent consent,
            Output output) {
        this.upgrades = upgrades;
        this.each = each;
        this.narrator = narrator;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public int run(Request request) {
        var whole = upgrades.apply(request.sysroot());
        var undo = whole.planUndo(UpgradeId.parse(request.id()));
        var steps = whole.steps(undo);
        var id = undo.upgrade().id();
        var view = WholeView.ended(undo.upgrade(), "planned", steps);
        if (request.dryRun()) {
            output.page(request.format(), view, WholeView::lines);
            return ExitStatus.OK;
        }
        consent.to(view.lines(new Page(Colors.PLAIN, 0)), "Undo '%s' like this?".formatted(id));
        int base = each.run(List.of(undo), whole::undoBase);
        int flatpaks = each.run(undo.upgrade().flatpaks(), update -> whole.undoFlatpak(update, narrator::say));
        int pets = each.run(undo.pets(), step -> whole.undoPet(step, request.grace(), narrator));
        int status = base != ExitStatus.OK ? base : flatpaks != ExitStatus.OK ? flatpaks : pets;
        if (status == ExitStatus.OK) {
            whole.undone(undo);
            narrator.confirm(
                    "'%s' is undone%s".formatted(id, undo.base() ? "; the base is so with the next boot" : ""));
        } else {
            narrator.warning("Not all of '%s' could be undone; the same command tries the rest again".formatted(id));
        }
        if (request.format() == Format.JSON) {
            var state = status == ExitStatus.OK ? "undone" : "incomplete";
            output.page(Format.JSON, WholeView.ended(undo.upgrade(), state, steps), WholeView::lines);
        }
        return status;
    }
}
