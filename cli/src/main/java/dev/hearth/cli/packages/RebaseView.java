package dev.hearth.cli.packages;

import dev.hearth.cli.generations.StepLines;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.SpecEdit;
import dev.hearth.core.text.Printable;
import dev.hearth.engine.ContainerPath;
import dev.hearth.pets.RebasePlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pet that is made anew of another image; the components are the JSON contract.
 *
 * @param name of the pet
 * @param image what it is made of
 * @param edits what changes about the specification
 * @param carried files of its own that go along
 * @param missing packages that were asked for and cannot be had there; null as long as the image is not here
 * @param steps by which it is made, in order
 */
record RebaseView(
        String name,
        String image,
        List<SpecEdit> edits,
        List<String> carried,
        @Nullable List<String> missing,
        List<String> steps) {

    static RebaseView of(RebasePlan plan) {
        return new RebaseView(
                plan.pet().name().value(),
                plan.spec().image(),
                SpecEdit.of(plan.changes()),
                plan.carried().stream().map(ContainerPath::value).toList(),
                plan.missing(),
                StepLines.of(plan.steps()));
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        edits.forEach(edit -> lines.addAll(edit.lines(page)));
        if (missing == null) {
            lines.add(page.colors().yellow("What was asked for can only be looked for once the image is here"));
        } else if (!missing.isEmpty()) {
            lines.add(page.colors().yellow("Not there: " + Printable.line(String.join(", ", missing))));
        }
        lines.addAll(StepLines.numbered(steps));
        return lines;
    }
}
