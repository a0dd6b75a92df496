package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.util.Random;

/** How much of what can go wrong is tried in this run, and by which seed. */
final class FaultRun {
    private FaultRun() {}

    /** {@return whether faults are what is tested: {@code ./verify --faults}} */
    static boolean isThorough() {
        return Needed.find("HEARTH_IT_FAULTS").isPresent();
    }

    /** {@return chance for a thorough run, which can be repeated by the seed that this prints} */
    static Random random() {
        return new Random(seed());
    }

    /** {@return the first seed of this run, which this prints} */
    static long seed() {
        long seed = Needed.find("HEARTH_IT_SEED").map(Long::valueOf).orElseGet(System::nanoTime);
        System.err.println("Faults by HEARTH_IT_SEED=" + seed);
        return seed;
    }
}
