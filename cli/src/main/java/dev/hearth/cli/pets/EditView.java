package dev.hearth.cli.pets;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.EditPlan;
import dev.hearth.pets.SpecChange;
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
record EditView(String name, List<Edit> edits, List<String> steps) {

    /**
     * What changes about one property.
     *
     * @param property as its option is called
     * @param removed values that the pet has no longer, as the option takes them
     * @param added values that the pet has now
     */
    record Edit(String property, List<String> removed, List<String> added) {
        static Edit of(SpecChange change) {
            return new Edit(change.property(), change.removed(), change.added());
        }

        String line(String sign, String value) {
            return "%s %s: %s".formatted(sign, property, Printable.line(value));
        }
    }

    static EditView of(EditPlan plan) {
        return new EditView(
                plan.pet().name().value(),
                plan.changes().stream().map(Edit::of).toList(),
                plan.steps().stream().map(Step::line).toList());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        for (var edit : edits) {
            edit.removed().forEach(value -> lines.add(page.colors().red(edit.line("-", value))));
            edit.added().forEach(value -> lines.add(page.colors().green(edit.line("+", value))));
        }
        int number = 1;
        for (var step : steps) {
            lines.add("%d. %s".formatted(number, Printable.line(step)));
            number++;
        }
        return lines;
    }
}
