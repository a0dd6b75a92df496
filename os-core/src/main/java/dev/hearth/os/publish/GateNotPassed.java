package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.os.gate.Verdict;
import java.util.stream.Collectors;

/** A commit went through a gate, and something was wrong. */
public final class GateNotPassed extends Failure.Conflict {
    GateNotPassed(Verdict verdict) {
        super(
                "The commit '%s' failed its gate: %s".formatted(verdict.commit(), reason(verdict)),
                "`hearth os gate` shows what each check said; compose another one.");
    }

    private static String reason(Verdict verdict) {
        if (verdict.trouble() != null) {
            return Printable.line(verdict.trouble());
        }
        return verdict.checks().isEmpty()
                ? "there was no check"
                : verdict.failed().stream()
                        .map(check -> "the check '%s' ended with status %d"
                                .formatted(Printable.line(check.name()), check.status()))
                        .collect(Collectors.joining(", "));
    }
}
