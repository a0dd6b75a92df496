package dev.hearth.os.health;

import dev.hearth.os.Deployment;
import dev.hearth.os.health.HealthState.Judged;
import dev.hearth.os.health.HealthState.Rejected;
import dev.hearth.os.health.HealthState.Settled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the deployment that runs.
 *
 * @param settled why it is not left by itself; absent while it is on trial
 * @param tries in how many boots it was tried so far; 0 when it is settled
 * @param allowed in how many it may fail
 * @param last how the last boot went that was judged; absent where that was none of it
 * @param left the deployment that was left last; absent when none was
 * @param programs the checks that there are
 */
public record HealthReport(
        @Nullable Settled settled,
        int tries,
        int allowed,
        @Nullable Judged last,
        @Nullable Rejected left,
        List<CheckProgram> programs) {
    public HealthReport {
        programs = List.copyOf(programs);
    }

    static HealthReport of(
            HealthState state, @Nullable Deployment booted, int tries, int allowed, List<CheckProgram> programs) {
        var settled = booted == null ? null : state.settled(booted.id()).orElse(null);
        var last = state.last();
        boolean own = last != null
                && booted != null
                && last.deployment().equals(booted.id().toString());
        return new HealthReport(
                settled,
                settled == null ? tries : 0,
                allowed,
                own ? last : null,
                state.rejected().isEmpty() ? null : state.rejected().getLast(),
                programs);
    }

    /** {@return whether the deployment still has to show that it works} */
    public boolean isOnTrial() {
        return settled == null && (tries > 0 || last != null);
    }

    /** {@return what was wrong in the last boot that was judged} */
    public List<CheckResult> failed() {
        return last == null
                ? List.of()
                : last.results().stream().filter(result -> !result.passed()).toList();
    }
}
