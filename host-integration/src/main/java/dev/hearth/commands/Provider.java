package dev.hearth.commands;

import dev.hearth.pets.PetName;

/**
 * Who has a program, or would have it.
 *
 * @param meant whether commands that name no pet are about this one
 * @param what the path of the program, or the name of the package
 */
public record Provider(PetName pet, boolean meant, Kind kind, String what) {
    /** How a pet comes to it. */
    public enum Kind {
        /** It is there. */
        PROGRAM,
        /** A package would bring it. */
        PACKAGE
    }
}
