package dev.hearth.cli.pets;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.pets.ReservedLabels;
import dev.hearth.pets.SpecChange;
import java.util.ArrayList;
import java.util.List;

/**
 * What changes about one property; the components are part of the JSON contract.
 *
 * @param property as its option is called
 * @param removed values that the pet has no longer, as the option takes them
 * @param added values that the pet has now
 */
public record SpecEdit(String property, List<String> removed, List<String> added) {
    /** {@return the changes that a user can ask for; notes that hearth keeps in labels are left out} */
    public static List<SpecEdit> of(List<SpecChange> changes) {
        return changes.stream()
                .map(SpecEdit::of)
                .filter(edit -> !edit.removed.isEmpty() || !edit.added.isEmpty())
                .toList();
    }

    private static SpecEdit of(SpecChange change) {
        return new SpecEdit(change.property(), own(change, change.removed()), own(change, change.added()));
    }

    private static List<String> own(SpecChange change, List<String> values) {
        return change.property().equals(SpecChange.LABEL)
                ? values.stream()
                        .filter(value -> !ReservedLabels.contain(value))
                        .toList()
                : values;
    }

    /** {@return a line for each value} */
    public List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        removed.forEach(value -> lines.add(page.colors().red(line("-", value))));
        added.forEach(value -> lines.add(page.colors().green(line("+", value))));
        return lines;
    }

    private String line(String sign, String value) {
        return "%s %s: %s".formatted(sign, property, Printable.line(value));
    }
}
