package dev.hearth.generations;

import dev.hearth.core.failure.Failure;

/** A pet does not have the generation that was asked for. */
public final class GenerationNotFound extends Failure.NotFound {
    private GenerationNotFound(String message, String hint) {
        super(message, hint);
    }

    /** There is none of this number. */
    public static GenerationNotFound number(String pet, GenerationNumber number) {
        return new GenerationNotFound(
                "The pet '" + pet + "' has no generation " + number,
                "`hearth history " + pet + "` lists those it has.");
    }

    /** There is none at all. */
    public static GenerationNotFound any(String pet) {
        return new GenerationNotFound(
                "The pet '" + pet + "' has no generations yet", "`hearth snapshot " + pet + "` saves one.");
    }
}
