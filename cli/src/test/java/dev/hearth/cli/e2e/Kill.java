package dev.hearth.cli.e2e;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A moment at which a command is killed.
 *
 * @param step of those that the command tells of, from 1
 * @param later how long after that step
 */
record Kill(int step, Duration later) {
    private static final int FEW = 10;
    private static final int LATEST_MILLIS = 150;

    /** {@return a few of them, or, where faults are what is tested, one in each step at a random time} */
    static List<Kill> someOf(int steps) {
        if (!FaultRun.isThorough()) {
            return IntStream.range(0, FEW)
                    .mapToObj(point -> new Kill(1 + point * (steps - 1) / (FEW - 1), Duration.ZERO))
                    .toList();
        }
        var random = FaultRun.random();
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new Kill(step, Duration.ofMillis(random.nextInt(LATEST_MILLIS))))
                .toList();
    }

    /** Lets the time go by, unless the command ends before. */
    void await(Process command) {
        try {
            var _ = command.waitFor(later.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "step " + step + " and " + later.toMillis() + " ms";
    }
}
