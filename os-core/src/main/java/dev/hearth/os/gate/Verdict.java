package dev.hearth.os.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found of one commit.
 *
 * @param commit that was booted; a verdict says nothing of any other
 * @param trouble why the checks could not be run to their end; absent when they were
 */
public record Verdict(String commit, Instant time, @Nullable String trouble, List<Check> checks) {
    public Verdict {
        checks = List.copyOf(checks);
    }

    /**
     * One check.
     *
     * @param name of its file
     * @param status with which it ended; 0 when what it looked at is well
     * @param seconds that it took
     * @param output the end of what it said
     */
    public record Check(String name, int status, double seconds, String output) {

        /** {@return whether what it looked at is well} */
        public boolean passed() {
            return status == 0;
        }
    }

    /** {@return whether the commit may be released} */
    public boolean passed() {
        return trouble == null && !checks.isEmpty() && checks.stream().allMatch(Check::passed);
    }

    /** {@return those of the checks that found something wrong} */
    public List<Check> failed() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }
}
