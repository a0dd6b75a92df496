package dev.hearth.cli.generations;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.engine.ContainerPath;
import dev.hearth.pets.SnapshotPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A pet that is saved; the components are the JSON contract.
 *
 * @param name of the pet
 * @param generation as which it is saved
 * @param steps by which it is saved, in order
 * @param notSaved where volumes of the engine's are seen, whose content is part of no generation
 */
record SnapshotView(String name, String generation, List<String> steps, List<String> notSaved) {
    static SnapshotView of(SnapshotPlan plan) {
        return new SnapshotView(
                plan.pet().name().value(),
                plan.number().toString(),
                StepLines.of(plan.steps()),
                plan.notSaved().stream().map(ContainerPath::value).toList());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<>(StepLines.numbered(steps));
        notSaved.forEach(path -> lines.add(page.colors().dim("Not saved: the volume at " + Printable.line(path))));
        return lines;
    }
}
