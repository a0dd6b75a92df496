package dev.hearth.os.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples, and the laws of every order; {@code -Dhearth.seed=N} repeats a run that failed. */
class VersionOrderTest {
    private static final int ROUNDS = 20_000;

    private final long seed = Long.getLong("hearth.seed", System.nanoTime());
    private final RandomGenerator random =
            RandomGeneratorFactory.of("SplittableRandom").create(seed);
    private final Versions versions = new Versions(random);

    @BeforeEach
    void printTheSeed() {
        System.out.println("seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0~rc1-1, <, 1.0-1",
        "1.0, =, 1.0-0",
        "1.0, =, 0:1.00",
        "9:1, <, 10:1",
        "1:0.1, >, 99",
        "1.0a, <, 1.0+b",
        "1.2, <, 1.10",
        "2.36-9+deb12u9, <, 2.36-9+deb12u10",
        "1.0-1~bpo12+1, <, 1.0-1",
        "1-2-1, >, 1-1",
        "99999999999999999999, <, 100000000000000000000",
        "x:1, <, 1:1",
    })
    void ordersAsDpkgDoes(String left, String sign, String right) {
        requireSign(VersionOrder.DPKG, left, sign, right);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0~rc1-1, <, 1.0-1",
        "1.0^git1-1, >, 1.0-1",
        "1.0^git1-1, <, 1.0.1-1",
        "1.0~rc1^git1, >, 1.0~rc1",
        "1.0^, >, 1.0~",
        "1:1.0-1, >, 2.0-1",
        "0:1.0-1, =, 1.0-1",
        "1.0-1, <, 1.0-10",
        "1.a, <, 1.1",
        "1.0a, >, 1.0",
        "1.0.a, <, 1.0b",
        "1_0, =, 1.0",
        "2.fc9, <, 2.fc10",
        "1.0, <, 1.0-1",
        "6.1.8-200.fc37, <, 6.2.0-0.rc7.fc37",
    })
    void ordersAsRpmDoes(String left, String sign, String right) {
        requireSign(VersionOrder.RPM, left, sign, right);
    }

    @Test
    void debiansOrderIsAnOrder() {
        requireOrder(VersionOrder.DPKG, versions::debian);
    }

    @Test
    void rpmsOrderIsAnOrder() {
        requireOrder(VersionOrder.RPM, versions::rpm);
    }

    @Test
    void comparesWhateverStandsInADatabase() {
        for (int round = 0; round < ROUNDS; round++) {
            var left = noise();
            var right = noise();

            for (var order : VersionOrder.values()) {
                assertThat(order.compare(left, left)).isZero();
                assertThat(Integer.signum(order.compare(left, right)))
                        .as("seed %d: %s %s", seed, left, right)
                        .isEqualTo(-Integer.signum(order.compare(right, left)));
            }
        }
    }

    private void requireOrder(VersionOrder order, Supplier<String> version) {
        for (int round = 0; round < ROUNDS; round++) {
            var a = version.get();
            var b = version.get();
            var c = version.get();

            assertThat(order.compare(a, a)).isZero();
            assertThat(Integer.signum(order.compare(a, b)))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(-Integer.signum(order.compare(b, a)));
            if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
                assertThat(order.compare(a, c))
                        .as("seed %d: %s %s %s", seed, a, b, c)
                        .isNotPositive();
            }
        }
    }

    private String noise() {
        var alphabet = "019az~^-:+.ß \u0000";
        return random.ints(random.nextInt(9), 0, alphabet.length())
                .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                .toString();
    }

    private static void requireSign(VersionOrder order, String left, String sign, String right) {
        int expected = "<=>".indexOf(sign) - 1;

        assertThat(Integer.signum(order.compare(left, right))).isEqualTo(expected);
        assertThat(Integer.signum(order.compare(right, left))).isEqualTo(-expected);
    }
}
