package dev.hearth.cli.generations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A pet, and a generation of it; either may be left out. */
final class GenerationOperand {
    @Parameters(
            index = "0",
            paramLabel = "PET",
            arity = "0..1",
            description = "The pet; else the one that `enter` would enter.")
    private @Nullable String first;

    @Parameters(
            index = "1",
            paramLabel = "@N",
            arity = "0..1",
            description = "The generation, as `hearth history` shows it; else the newest.")
    private @Nullable String second;

    /** {@return whether either was given} */
    boolean isNamed() {
        return first != null;
    }

    PetWords words() {
        return PetWords.of(first, second);
    }
}
