package dev.hearth.os.compose;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A base could not be composed, since one of the programs that make it failed. */
public final class ComposeFailed extends Failure.ToolFailed {
    private ComposeFailed(String message, @Nullable String hint) {
        super(message, hint);
    }

    /** {@return the failure of a program, by what of its words tells most} */
    static ComposeFailed of(String program, int status, List<String> said) {
        Predicate<String> tells = line -> (line.startsWith("E: ") && !line.contains(" failed to run"))
                || line.startsWith("Error: ")
                || line.contains("Unable to locate package");
        var line = said.stream()
                .filter(tells)
                .findFirst()
                .orElse(said.stream()
                        .filter(each -> !each.isBlank())
                        .reduce((_, last) -> last)
                        .orElse(""));
        return new ComposeFailed(
                "`%s` failed with status %d: %s".formatted(program, status, Printable.line(line)),
                "Its words are in hearth's log; `--verbose` shows them.");
    }

    static ComposeFailed inTree(String what, String said) {
        return new ComposeFailed(what + " failed in the new tree: " + Printable.lastLine(said), null);
    }
}
