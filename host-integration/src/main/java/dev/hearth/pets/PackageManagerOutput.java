package dev.hearth.pets;

import dev.hearth.core.text.Printable;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a package manager said; nothing when it had the terminal. */
record PackageManagerOutput(List<String> lines) {
    private static final Predicate<String> ERROR =
            Pattern.compile("(E: |(ERROR|Error|error)\\b).*").asMatchPredicate();

    static final PackageManagerOutput NONE = new PackageManagerOutput(List.of());

    PackageManagerOutput {
        lines = List.copyOf(lines);
    }

    /** {@return the end of a sentence that says why it failed; empty where it did not say} */
    String reason() {
        return lines.stream()
                .filter(ERROR)
                .findFirst()
                .map(Printable::line)
                .or(() -> lines.reversed().stream()
                        .map(Printable::line)
                        .filter(line -> !line.isEmpty())
                        .findFirst())
                .map(line -> ": " + line)
                .orElse("");
    }
}
