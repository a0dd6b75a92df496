package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Update;
import dev.hearth.os.auto.AutomaticRun.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened by itself; the components are the JSON contract.
 *
 * @param result off, nothing-newer, found, waiting, held or upgraded
 * @param update what there is to take; null when nothing is newer, or it was taken
 * @param turn when this machine takes it; null when that is not what it waits for
 * @param reasons why it is not taken now; empty when it is not held
 * @param outcome what the upgrade came to; null when there was none
 * @param reboots whether the machine reboots now
 */
record AutoRunView(
        String result,
        @Nullable UpdateView update,
        @Nullable Instant turn,
        List<String> reasons,
        @Nullable OutcomeView outcome,
        boolean reboots) {
    static AutoRunView of(Result result) {
        return switch (result) {
            case Result.Off() -> new AutoRunView("off", null, null, List.of(), null, false);
            case Result.NothingNewer() -> new AutoRunView("nothing-newer", null, null, List.of(), null, false);
            case Result.Found(Update update) ->
                new AutoRunView("found", UpdateView.of(update), null, List.of(), null, false);
            case Result.Waiting(Update update, Instant turn) ->
                new AutoRunView("waiting", UpdateView.of(update), turn, List.of(), null, false);
            case Result.Held(Update update, var reasons) ->
                new AutoRunView("held", UpdateView.of(update), null, reasons, null, false);
            case Result.Upgraded(var outcome, boolean reboot) ->
                new AutoRunView("upgraded", null, null, List.of(), OutcomeView.of(outcome), reboot);
        };
    }

    List<String> lines(Page page) {
        if (outcome != null) {
            return outcome.lines(page);
        }
        if (!reasons.isEmpty()) {
            var lines = new ArrayList<String>();
            if (update != null && update.available()) {
                lines.add(update.sentence());
            }
            reasons.forEach(reason -> lines.add("Not taken now: " + Printable.line(reason)));
            return lines;
        }
        if (update == null) {
            return List.of(result.equals("off") ? "Nothing is to happen by itself" : "There is no newer version");
        }
        return List.of(turn == null ? update.sentence() : update.sentence() + "; it is taken at " + turn);
    }
}
