package dev.hearth.cli.pets;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
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
    public static SpecEdit of(SpecChange change) {
        return new SpecEdit(change.property(), change.removed(), change.added());
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
