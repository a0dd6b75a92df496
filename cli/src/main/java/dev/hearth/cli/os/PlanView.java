package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Step;
import dev.hearth.os.etc.LostChanges;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change is going to do; the components are the JSON contract.
 *
 * @param plan its steps, in order
 * @param lost configuration that a rollback leaves behind
 */
record PlanView(List<String> plan, List<Lost> lost) {

    /**
     * A path that is not what it is now afterwards.
     *
     * @param path below /etc
     * @param state added, changed or removed since
     */
    record Lost(String path, String state) {
        static Lost of(LostChanges.Row row) {
            return new Lost("/etc/" + row.path(), Words.of(row.state()));
        }
    }

    static PlanView of(List<Step> steps) {
        return of(steps, new LostChanges(List.of()));
    }

    static PlanView of(List<Step> steps, LostChanges lost) {
        return new PlanView(
                steps.stream().map(Step::text).toList(),
                lost.rows().stream().map(Lost::of).toList());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        for (var step : plan) {
            lines.add("%d. %s".formatted(lines.size() + 1, Printable.line(step)));
        }
        if (!lost.isEmpty()) {
            lines.add(page.colors().yellow("Not in the older configuration:"));
            lost.forEach(item -> lines.add("  %-8s %s".formatted(item.state(), Printable.line(item.path()))));
        }
        return lines;
    }
}
