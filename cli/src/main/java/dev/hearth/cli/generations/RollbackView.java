package dev.hearth.cli.generations;

import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.SpecEdit;
import dev.hearth.pets.RollbackPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A pet that returns to a generation; the components are the JSON contract.
 *
 * @param name of the pet
 * @param generation to which it returns
 * @param edits what changes about the specification
 * @param steps by which it returns, in order
 */
record RollbackView(String name, String generation, List<SpecEdit> edits, List<String> steps) {
    static RollbackView of(RollbackPlan plan) {
        return new RollbackView(
                plan.pet().name().value(),
                plan.target().number().toString(),
                SpecEdit.of(plan.changes()),
                StepLines.of(plan.steps()));
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        edits.forEach(edit -> lines.addAll(edit.lines(page)));
        lines.addAll(StepLines.numbered(steps));
        return lines;
    }
}
