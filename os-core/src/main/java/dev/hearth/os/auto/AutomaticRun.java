package dev.hearth.os.auto;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Change;
import dev.hearth.os.NotOffered;
import dev.hearth.os.OsEvent;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Outcome;
import dev.hearth.os.Request;
import dev.hearth.os.Update;
import dev.hearth.os.ostree.OstreeEngine;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Does once what is to happen by itself. */
public final class AutomaticRun {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);

    private final BaseOs os;
    private final Phasing phasing;
    private final Restraint restraint;

    public AutomaticRun(BaseOs os, Phasing phasing, Restraint restraint) {
        this.os = os;
        this.phasing = phasing;
        this.restraint = restraint;
    }

    /** What came of it. */
    public sealed interface Result {

        /** Nothing is to happen by itself. */
        record Off() implements Result {}

        /** There is nothing newer. */
        record NothingNewer() implements Result {}

        /** There is something newer, and the user is to take it. */
        record Found(Update update) implements Result {}

        /** There is something newer, and it is not this machine's turn yet. */
        record Waiting(Update update, Instant turn) implements Result {}

        /**
         * There may be something newer, and it is not taken now.
         *
         * @param update what there is
         * @param reasons each a sentence without its period
         */
        record Held(Update update, List<String> reasons) implements Result {
            public Held {
                reasons = List.copyOf(reasons);
            }
        }

        /**
         * The base was brought up to date, or was so already.
         *
         * @param reboot whether the machine is to reboot into what was made
         */
        record Upgraded(Outcome outcome, boolean reboot) implements Result {}
    }

    /**
     * Does it; what reboots the machine is left to the caller.
     *
     * @throws NotOffered when another engine keeps this base, whose own timer does the same
     */
    public Result carryOut(Request request, Consumer<OsEvent> events) {
        var status = os.status();
        requireOwn(status);
        if (status.automatic() == AutomaticUpdates.NONE) {
            return new Result.Off();
        }
        var update = os.check(false);
        if (status.automatic() == AutomaticUpdates.CHECK) {
            return update.isAvailable() ? new Result.Found(update) : new Result.NothingNewer();
        }
        var turn = phasing.turn(update);
        if (turn.isPresent()) {
            return new Result.Waiting(update, turn.get());
        }
        if (!update.isAvailable() && !isLayered(status)) {
            return new Result.NothingNewer();
        }
        var reasons = restraint.reasons(status, update);
        if (!reasons.isEmpty()) {
            return new Result.Held(update, reasons);
        }
        var outcome = os.change(UPGRADE, request, events);
        return new Result.Upgraded(
                outcome, status.automatic() == AutomaticUpdates.APPLY && outcome.deployment() != null);
    }

    private static void requireOwn(OsStatus status) {
        if (!status.engine().equals(OstreeEngine.NAME)) {
            throw new NotOffered(
                    status.engine(),
                    "be updated by two timers",
                    "Its own does what `hearth os auto` shows; `hearth os upgrade` upgrades now.");
        }
    }

    /** What is layered may have something newer where the base has not. */
    private static boolean isLayered(OsStatus status) {
        return status.next()
                .filter(next -> !next.layering().requested().isEmpty()
                        || !next.layering().local().isEmpty())
                .isPresent();
    }
}
