package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pets under commands chosen at random, some of them killed: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = MINUTES)
abstract class PetSequencesContract {
    private static final int STEPS = 6;
    private static final int MANY = 50;
    private static final int LEAST_KILLS = 15;

    private final InstalledHearth hearth;
    private final int few;
    private int kills;

    /** For so many sequences in a run that is not about them. */
    PetSequencesContract(TestedEngine engine, int few) {
        this.hearth = InstalledHearth.on(engine);
        this.few = few;
    }

    @AfterAll
    void removeThePets() {
        hearth.close();
        if (isThorough()) {
            assertThat(kills).isGreaterThanOrEqualTo(LEAST_KILLS);
        }
    }

    @ParameterizedTest(name = "HEARTH_IT_SEED={0}")
    @MethodSource("seeds")
    void areAlwaysWhatTheyWereOrWhatTheyAreToBe(long seed) throws IOException {
        kills += new PetSequence(hearth, new Random(seed)).play(STEPS);
    }

    LongStream seeds() {
        long first = FaultRun.seed();
        return LongStream.range(first, first + (isThorough() ? MANY : few));
    }

    private static boolean isThorough() {
        return Needed.find("HEARTH_IT_SEQUENCES").isPresent();
    }
}
