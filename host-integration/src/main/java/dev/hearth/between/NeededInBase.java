package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.advice.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** What is to leave the base is of no use outside of it. */
public final class NeededInBase extends Failure.Conflict {
    private NeededInBase(String message, String hint) {
        super(message, hint);
    }

    static NeededInBase by(String word, List<Evidence> needs) {
        return new NeededInBase(
                "'%s' has to be in the base: %s".formatted(word, reasons(needs)),
                "Move it with --anyway, if a pet does all the same.");
    }

    static NeededInBase unknown(String word) {
        return new NeededInBase(
                "What '%s' consists of cannot be told: no package of the base goes by that name".formatted(word),
                "Take it off with `hearth os uninstall`, and install in a pet what you need.");
    }

    private static String reasons(List<Evidence> needs) {
        return needs.stream()
                .map(evidence -> "%s (%s)"
                        .formatted(evidence.need().title(), evidence.files().getFirst()))
                .collect(Collectors.joining(", "));
    }
}
