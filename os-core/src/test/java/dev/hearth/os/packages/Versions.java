package dev.hearth.os.packages;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up versions that are near each other, so that every rule of an order decides now and then. */
final class Versions {
    private static final List<String> PARTS =
            List.of("0", "1", "01", "10", "9", "007", "20240101", "a", "b", "rc", "Z", ".", "..", "+", "~", "~~", ".1");

    private final RandomGenerator random;

    Versions(RandomGenerator random) {
        this.random = random;
    }

    String debian() {
        return (random.nextInt(4) == 0 ? random.nextInt(3) + ":" : "")
                + random.nextInt(3)
                + parts(List.of(), 5)
                + (random.nextBoolean() ? "-" + random.nextInt(2) + parts(List.of(), 3) : "");
    }

    String rpm() {
        return (random.nextInt(4) == 0 ? random.nextInt(3) + ":" : "")
                + random.nextInt(3)
                + parts(List.of("^", "^1", "_"), 5)
                + (random.nextBoolean() ? "-1" + parts(List.of("^"), 3) : "");
    }

    private String parts(List<String> more, int most) {
        var text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            int which = random.nextInt(PARTS.size() + more.size());
            text.append(which < PARTS.size() ? PARTS.get(which) : more.get(which - PARTS.size()));
        }
        return text.toString();
    }
}
