package dev.hearth.generations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which generations of a pet are kept: the newest so many, those that are young enough, and the pinned.
 *
 * @param newest at least 1, so that numbers are never given twice
 */
public record Retention(int newest, Duration age) {
    public Retention {
        if (newest < 1 || age.isNegative()) {
            throw new IllegalArgumentException("keeps less than nothing: " + newest + ", " + age);
        }
    }

    /** {@return those of a pet's generations, oldest first, that need not be kept} */
    public List<Generation> surplus(List<Generation> all, Instant now) {
        var oldest = now.minus(age);
        return all.subList(0, Math.max(0, all.size() - newest)).stream()
                .filter(generation -> !generation.pinned())
                .filter(generation -> !generation.saved().isAfter(oldest))
                .toList();
    }
}
