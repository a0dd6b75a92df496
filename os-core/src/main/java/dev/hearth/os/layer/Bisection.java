package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the most of a list that works, by trying few parts of it.
 *
 * <p>It is assumed that what fails fails in any longer list too. Where two items only fail together, the later one is at
 * fault. All of n items cost one try; each culprit costs about log n more.
 */
final class Bisection {
    private Bisection() {}

    /** How a try ended. */
    sealed interface Try<R> {
        record Worked<R>(R result) implements Try<R> {}

        record Failed<R>(Failure reason) implements Try<R> {}
    }

    /** An item without which the rest works better. */
    record Culprit<T>(T item, Failure reason) {}

    /**
     * What was found.
     *
     * @param result of the last try, which was that of all items but the culprits
     */
    record Found<T, R>(R result, List<T> items, List<Culprit<T>> culprits) {}

    static <T, R> Found<T, R> search(List<T> all, Function<List<T>, Try<R>> attempt) {
        var items = new ArrayList<>(all);
        var culprits = new ArrayList<Culprit<T>>();
        int working = 0;
        while (true) {
            switch (attempt.apply(List.copyOf(items))) {
                case Try.Worked<R>(var result) -> {
                    return new Found<>(result, List.copyOf(items), List.copyOf(culprits));
                }
                case Try.Failed<R>(var reason) -> {
                    if (items.isEmpty()) {
                        throw reason;
                    }
                    working = firstFailing(items, working, reason, attempt, culprits);
                    items.remove(working);
                }
            }
        }
    }

    /** Notes the culprit, and returns its index: how many items before it work. */
    private static <T, R> int firstFailing(
            List<T> items,
            int knownToWork,
            Failure reasonOfAll,
            Function<List<T>, Try<R>> attempt,
            List<Culprit<T>> culprits) {
        int working = knownToWork;
        int failing = items.size();
        var reason = reasonOfAll;
        while (failing - working > 1) {
            int middle = (working + failing) >>> 1;
            if (attempt.apply(List.copyOf(items.subList(0, middle))) instanceof Try.Failed<R>(var why)) {
                failing = middle;
                reason = why;
            } else {
                working = middle;
            }
        }
        culprits.add(new Culprit<>(items.get(working), reason));
        return working;
    }
}
