package dev.hearth.between;

import dev.hearth.os.advice.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * Where a package belongs that is asked for.
 *
 * @param judgement absent when it could not be judged
 * @param problem why not; empty when it was judged
 */
public record Placement(String name, @Nullable Judgement judgement, String problem) {}
