package dev.hearth.cli.ide;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.ide.Step;
import dev.hearth.pets.PetName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells a program where a pet is, or makes it forget that; the components are the JSON contract.
 *
 * @param tool the program, as hearth calls it
 * @param pet that it is told about; absent where it is told about all
 * @param steps what is done, in order; none when it is so already
 */
record IdePlanView(String tool, @Nullable String pet, List<String> steps) {
    static IdePlanView of(String tool, @Nullable PetName pet, List<Step> steps) {
        return new IdePlanView(
                tool,
                pet == null ? null : pet.value(),
                steps.stream().map(Step::line).toList());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        for (var step : steps) {
            lines.add("%d. %s".formatted(lines.size() + 1, Printable.line(step)));
        }
        return lines;
    }
}
