package dev.hearth.os.rollout;

import dev.hearth.core.failure.Failure;
import java.time.Duration;

/** What is published would expire before machines look for it again. */
public final class LifetimeTooShort extends Failure.Invalid {
    LifetimeTooShort(Duration span) {
        super(
                "What is valid for " + Span.text(span) + " expires before all machines have looked for it",
                "Use a day or more, such as 14d, and publish again before it ends.");
    }
}
