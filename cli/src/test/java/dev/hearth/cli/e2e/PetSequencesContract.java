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
    private final SecondImage second;
    private final int few;
    private int kills;

    /** For so many sequences in a run that is not about them. */
    PetSequencesContract(TestedEngine engine, int few) {
        this.hearth = InstalledHearth.on(engine);
        this.second = SecondImage.on(hearth);
        this.few = few;
    }

    @AfterAll
    void removeThePets() {
        second.close();
        hearth.close();
        if (number() >= MANY) {
            assertThat(kills).isGreaterThanOrEqualTo(LEAST_KILLS);
        }
    }

    @ParameterizedTest(name = "HEARTH_IT_SEED={0}")
    @MethodSource("seeds")
    void areAlwaysWhatTheyWereOrWhatTheyAreToBe(long seed) throws IOException {
        kills += new PetSequence(hearth, second, new Random(seed)).play(STEPS);
    }

    LongStream seeds() {
        long first = FaultRun.seed();
        return LongStream.range(first, first + number());
    }

    /** A run that is about them can name a number. */
    private int number() {
        return Needed.find("HEARTH_IT_SEQUENCES")
                .map(asked -> asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : MANY)
                .orElse(few);
    }
}
