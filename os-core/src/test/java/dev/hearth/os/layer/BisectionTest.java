package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BisectionTest {
    private final List<List<Integer>> tries = new ArrayList<>();

    @Test
    void asksOnceWhenAllWorks() {
        assertThat(search(List.of(1, 2, 3), _ -> true).items()).containsExactly(1, 2, 3);
        assertThat(tries).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void leavesOutWhatFailsAndEndsWithTheRest() {
        var found = search(List.of(1, 2, 3, 4, 5), items -> !items.contains(2) && !items.contains(5));

        assertThat(found.items()).containsExactly(1, 3, 4);
        assertThat(found.result()).isEqualTo("[1, 3, 4]");
        assertThat(found.culprits()).extracting(Bisection.Culprit::item).containsExactly(2, 5);
        assertThat(tries.getLast()).containsExactly(1, 3, 4);
    }

    @Test
    void blamesTheLaterOfTwoThatDoNotGoTogether() {
        var found = search(List.of(1, 2, 3, 4), items -> !items.containsAll(List.of(1, 3)));

        assertThat(found.items()).containsExactly(1, 2, 4);
    }

    @Test
    void tellsTheReasonOfTheShortestListThatFails() {
        var found = search(List.of(1, 2, 3), items -> !items.contains(2));

        assertThat(found.culprits().getFirst().reason()).hasMessage("[1, 2]");
    }

    @Test
    void leavesOutAllWhenNothingWorks() {
        var found = search(List.of(1, 2), List::isEmpty);

        assertThat(found.items()).isEmpty();
        assertThat(found.culprits()).hasSize(2);
    }

    @Test
    void failsWhenEvenNothingFails() {
        assertThatThrownBy(() -> search(List.of(1), _ -> false)).hasMessage("[]");
    }

    @Test
    void findsOneAmongManyInFewTries() {
        var found = search(IntStream.range(0, 64).boxed().toList(), items -> !items.contains(40));

        assertThat(found.items()).hasSize(63);
        assertThat(tries).hasSizeLessThanOrEqualTo(8);
    }

    private Bisection.Found<Integer, String> search(List<Integer> all, Predicate<List<Integer>> works) {
        return Bisection.search(all, items -> {
            tries.add(items);
            return works.test(items)
                    ? new Bisection.Try.Worked<>(items.toString())
                    : new Bisection.Try.Failed<>(new LayerFailed(items.toString()));
        });
    }
}
