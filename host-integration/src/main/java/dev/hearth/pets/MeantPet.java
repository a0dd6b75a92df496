package dev.hearth.pets;

import java.nio.file.Path;

/** The pet that a command is about, and what makes it that one. */
public record MeantPet(PetName name, Source source) {

    /** What can name a pet. */
    public sealed interface Source {
        /** The words of the command. */
        record CommandLine() implements Source {}

        /** That the command was called in it. */
        record CallingPet() implements Source {}

        /** A file in the directory or above it. */
        record DirectoryFile(Path file) implements Source {}

        /** That it was made for the project whose directory this is in. */
        record Project(Path directory) implements Source {}

        /** The command that chooses a default. */
        record ChosenDefault() implements Source {}

        /**
         * The configuration.
         *
         * @param origin where it does, for people to read
         */
        record ConfiguredDefault(String origin) implements Source {}

        /** That there is no other. */
        record OnlyPet() implements Source {}
    }

    /**
     * {@return whether it is wanted even though it is not there}
     *
     * <p>The default was there when it was chosen: to make an empty one in its place would hide that it is lost.
     */
    public boolean mayBeMade() {
        return !(source instanceof Source.ChosenDefault);
    }

    /** {@return whether somebody typed the name just now, and may have mistyped it} */
    public boolean isTyped() {
        return source instanceof Source.CommandLine;
    }
}
