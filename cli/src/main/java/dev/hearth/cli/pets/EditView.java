package dev.hearth.cli.pets;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.EditPlan;
import dev.hearth.pets.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What changes about a pet, and how; the components are the JSON contract.
 *
 * @param name of the pet
 * @param edits what changes; nothing is done when there is none
 * @param steps by which it changes, in order
 */
record EditView(String name, List<SpecEdit> edits, List<String> steps) {

    static EditView of(EditPlan plan) {
        return new EditView(
                plan.pet().name().value(),
                SpecEdit.of(plan.changes()),
                plan.steps().stream().map(Step::line).toList());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        edits.forEach(edit -> lines.addAll(edit.lines(page)));
        int number = 1;
        for (var step : steps) {
            lines.add("%d. %s".formatted(number, Printable.line(step)));
            number++;
        }
        return lines;
    }
}
