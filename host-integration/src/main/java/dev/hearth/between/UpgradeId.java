package dev.hearth.between;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names an upgrade of everything in all histories that tell of it, such as {@code everything-1a2b3c}. */
public record UpgradeId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("everything-[0-9a-f]{6}");
    private static final int NUMBERS = 1 << 24;

    /**
     * Reads one as users write it.
     *
     * @throws InvalidUpgradeId when it is none
     */
    public static UpgradeId parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new InvalidUpgradeId(text);
        }
        return new UpgradeId(text);
    }

    public static UpgradeId fresh(RandomGenerator random) {
        return new UpgradeId("everything-%06x".formatted(random.nextInt(NUMBERS)));
    }

    @Override
    public String toString() {
        return value;
    }
}
