package dev.hearth.cli.generations;

import dev.hearth.core.text.Printable;
import dev.hearth.pets.Step;
import java.util.ArrayList;
import java.util.List;

/** Steps of a plan as people read them. */
public final class StepLines {
    private StepLines() {}

    /** {@return a line for each} */
    public static List<String> of(List<Step> steps) {
        return steps.stream().map(Step::line).toList();
    }

    /** {@return the lines with their numbers} */
    public static List<String> numbered(List<String> steps) {
        var lines = new ArrayList<String>();
        for (var step : steps) {
            lines.add("%d. %s".formatted(lines.size() + 1, Printable.line(step)));
        }
        return lines;
    }
}
