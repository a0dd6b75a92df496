package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.os.Update;
import dev.hearth.os.auto.AutomaticRun.Result;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened by itself; the components are the JSON contract.
 *
 * @param result off, nothing-newer, found, waiting or upgraded
 * @param update what there is to take; null when nothing is newer, or it was taken
 * @param turn when this machine takes it; null when that is not what it waits for
 * @param outcome what the upgrade came to; null when there was none
 * @param reboots whether the machine reboots now
 */
record AutoRunView(
        String result,
        @Nullable UpdateView update,
        @Nullable Instant turn,
        @Nullable OutcomeView outcome,
        boolean reboots) {
    static AutoRunView of(Result result) {
        return switch (result) {
            case Result.Off() -> new AutoRunView("off", null, null, null, false);
            case Result.NothingNewer() -> new AutoRunView("nothing-newer", null, null, null, false);
            case Result.Found(Update update) -> new AutoRunView("found", UpdateView.of(update), null, null, false);
            case Result.Waiting(Update update, Instant turn) ->
                new AutoRunView("waiting", UpdateView.of(update), turn, null, false);
            case Result.Upgraded(var outcome, boolean reboot) ->
                new AutoRunView("upgraded", null, null, OutcomeView.of(outcome), reboot);
        };
    }

    List<String> lines(Page page) {
        if (outcome != null) {
            return outcome.lines(page);
        }
        if (update == null) {
            return List.of(result.equals("off") ? "Nothing is to happen by itself" : "There is no newer version");
        }
        return List.of(turn == null ? update.sentence() : update.sentence() + "; it is taken at " + turn);
    }
}
