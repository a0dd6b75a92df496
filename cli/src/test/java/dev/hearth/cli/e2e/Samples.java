package dev.hearth.cli.e2e;

import java.util.List;

/**
 * What was measured again and again.
 *
 * @param values from the smallest on
 */
record Samples(List<Double> values) {
    Samples {
        values = values.stream().sorted().toList();
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** {@return what 95 of 100 did not exceed} */
    double p95() {
        return values.get((int) Math.ceil(values.size() * 0.95) - 1);
    }
}
