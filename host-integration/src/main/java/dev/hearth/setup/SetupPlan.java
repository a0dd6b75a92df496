package dev.hearth.setup;

import dev.hearth.core.process.Command;
import dev.hearth.engine.EngineKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What set-up would do.
 *
 * @param reasons why this engine and these steps, one sentence each without a final period
 * @param steps nothing to do when empty
 * @param rootCommand the one command that does it all as root; absent when the caller can do it
 */
public record SetupPlan(
        EngineKind engine,
        List<String> reasons,
        List<Step> steps,
        @Nullable Command rootCommand) {
    public SetupPlan {
        reasons = List.copyOf(reasons);
        steps = List.copyOf(steps);
    }
}
