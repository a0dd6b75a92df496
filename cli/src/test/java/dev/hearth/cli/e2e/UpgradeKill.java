package dev.hearth.cli.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A moment at which an upgrade of the base is killed.
 *
 * @param stage of its journal that it has to have come to; empty for its start
 * @param later how long after that
 */
record UpgradeKill(String stage, Duration later) {
    /** All that the journal tells of while a base with layers is upgraded, in this order. */
    private static final List<String> STAGES =
            List.of("PLAN", "DOWNLOAD", "ASSEMBLE", "COMMIT", "DEPLOY", "CONFIGURATION", "CHECK", "ACTIVATE", "PRUNE");

    private static final List<String> FEW = List.of("DOWNLOAD", "ASSEMBLE", "COMMIT", "DEPLOY", "ACTIVATE");
    private static final int IN_EACH_STAGE = 10;
    private static final int AT_ANY_TIME = 120;
    private static final int LATEST_MILLIS = 300;
    private static final Duration PAUSE = Duration.ofNanos(200_000);

    /**
     * {@return a few of them, or, where faults are what is tested, several in each stage and more at any time, in any order}
     *
     * @param duration of an upgrade that nobody kills
     */
    static List<UpgradeKill> someOf(Duration duration) {
        if (!FaultRun.isThorough()) {
            return FEW.stream()
                    .map(stage -> new UpgradeKill(stage, Duration.ZERO))
                    .toList();
        }
        var random = FaultRun.random();
        var kills = new ArrayList<UpgradeKill>();
        for (var stage : STAGES) {
            kills.add(new UpgradeKill(stage, Duration.ZERO));
            IntStream.range(1, IN_EACH_STAGE)
                    .mapToObj(_ -> new UpgradeKill(stage, Duration.ofMillis(random.nextInt(LATEST_MILLIS))))
                    .forEach(kills::add);
        }
        Stream.generate(() -> new UpgradeKill("", Duration.ofMillis(random.nextLong(duration.toMillis()))))
                .limit(AT_ANY_TIME)
                .forEach(kills::add);
        Collections.shuffle(kills, random);
        return List.copyOf(kills);
    }

    /** Waits for the moment, unless the command ends before. */
    void await(Process command, Supplier<String> journal) throws InterruptedException {
        while (command.isAlive() && !isReachedBy(journal.get())) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        command.waitFor(later);
    }

    private boolean isReachedBy(String journal) {
        int reached = STAGES.indexOf(journal);
        return stage.isEmpty() || reached >= STAGES.indexOf(stage);
    }

    @Override
    public String toString() {
        return (stage.isEmpty() ? "start" : stage) + " and " + later.toMillis() + " ms";
    }
}
