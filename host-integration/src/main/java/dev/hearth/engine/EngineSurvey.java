package dev.hearth.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All places where engines were looked for.
 *
 * @param candidates in the order in which hearth considers them
 * @param chosen the one hearth uses; absent when none can be used
 */
public record EngineSurvey(
        List<EngineCandidate> candidates, @Nullable EngineCandidate chosen) {
    public EngineSurvey {
        candidates = List.copyOf(candidates);
    }
}
