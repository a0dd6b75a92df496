package dev.hearth.cli.copies;

import dev.hearth.cli.generations.StepLines;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.SpecEdit;
import dev.hearth.pets.ClonePlan;
import dev.hearth.pets.PetName;
import java.util.ArrayList;
import java.util.List;

/**
 * A pet that is copied; the components are the JSON contract.
 *
 * @param name of the pet
 * @param copy the name of the new one
 * @param generation as which the pet is saved, and which the copy has the content of
 * @param edits what the copy is otherwise than the pet
 * @param steps by which it is made, in order
 */
record CloneView(String name, String copy, String generation, List<SpecEdit> edits, List<String> steps) {
    static CloneView of(ClonePlan plan, PetName copy) {
        return new CloneView(
                plan.pet().name().value(),
                copy.value(),
                plan.snapshot().number().toString(),
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
