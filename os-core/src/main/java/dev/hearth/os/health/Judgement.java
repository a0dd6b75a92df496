package dev.hearth.os.health;

import dev.hearth.os.Deployment;
import dev.hearth.os.OsStatus;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a boot's health means for what boots next. It reads nothing and does nothing.
 *
 * @param status the base
 * @param booted what runs
 * @param state what was known before this boot
 * @param before in how many boots this deployment was tried before this one
 */
record Judgement(OsStatus status, Deployment booted, HealthState state, int before, int tries) {

    /** What is to be done. */
    sealed interface Decision {

        /** All is well. */
        record Settle() implements Decision {}

        /** Something is wrong, and this deployment is not left for it. */
        record Tell() implements Decision {}

        /** The deployment is booted once more. */
        record TryAgain(int attempt) implements Decision {}

        /** The deployment is left for another. */
        record BringBack(Deployment to, String reason) implements Decision {}

        /** It should be left, and cannot be: why. */
        record Stay(String reason) implements Decision {}
    }

    /** {@return whether this deployment still has to show that it is well} */
    boolean isOnTrial() {
        return state.settled(booted.id()).isEmpty();
    }

    /** {@return which of the boots on trial this is; 0 when it is none} */
    int attempt() {
        return isOnTrial() ? before + 1 : 0;
    }

    /** {@return what is to be done before anything is looked at: enough boots came to no good end} */
    Optional<Decision> atOnce() {
        if (!isOnTrial() || before < tries) {
            return Optional.empty();
        }
        var last = state.last();
        return Optional.of(leave(
                last != null && last.deployment().equals(booted.id().toString()) && !last.isHealthy()
                        ? reason(last.results())
                        : "none of " + count(before) + " came to where it is checked"));
    }

    /** {@return what is to be done after these checks} */
    Decision after(List<CheckResult> results) {
        if (results.stream().noneMatch(CheckResult::isFatal)) {
            return new Decision.Settle();
        }
        if (!isOnTrial()) {
            return new Decision.Tell();
        }
        return attempt() < tries ? new Decision.TryAgain(attempt()) : leave(reason(results));
    }

    private String reason(List<CheckResult> results) {
        var failed = results.stream().filter(CheckResult::isFatal).toList();
        var more = failed.size() > 1 ? ", and %d more failed".formatted(failed.size() - 1) : "";
        return "in the last of " + count(Math.max(attempt(), 1) > tries ? before : attempt()) + " "
                + failed.getFirst().sentence() + more;
    }

    private static String count(int boots) {
        return boots == 1 ? "1 boot" : boots + " boots";
    }

    private Decision leave(String reason) {
        if (status.needsReboot()) {
            return new Decision.Stay("another deployment boots next already");
        }
        var older = status.deployments().stream()
                .filter(deployment -> deployment.marks().rollback())
                .findFirst();
        if (older.isEmpty()) {
            return new Decision.Stay("there is no older deployment to bring back");
        }
        return state.rejected(older.get().id())
                .filter(rejected -> rejected.failure() == null)
                .map(rejected ->
                        (Decision) new Decision.Stay("the older deployment was left itself, as " + rejected.reason()))
                .orElseGet(() -> new Decision.BringBack(older.get(), reason));
    }
}
