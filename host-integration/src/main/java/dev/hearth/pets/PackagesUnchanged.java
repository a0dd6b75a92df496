package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.generations.GenerationNumber;

/** A package manager failed half-way, and its pet was returned to what it was, or is going to be. */
public final class PackagesUnchanged extends Failure.ToolFailed {
    private PackagesUnchanged(String message, String hint) {
        super(message, hint);
    }

    static PackagesUnchanged returned(PetName name, Command command, int status, PackageManagerOutput said) {
        return new PackagesUnchanged(
                "%s; the pet is what it was before".formatted(sentence(name, command, status, said)),
                "What was done meanwhile was undone, in all of the pet's own files.");
    }

    static PackagesUnchanged toBeReturned(
            PetName name,
            Command command,
            int status,
            PackageManagerOutput said,
            GenerationNumber number,
            Failure why) {
        var failure = new PackagesUnchanged(
                "%s; returning the pet to %s failed, too: %s"
                        .formatted(sentence(name, command, status, said), number, why.message()),
                "The next command that starts or changes it tries again.");
        failure.addSuppressed(why);
        return failure;
    }

    private static String sentence(PetName name, Command command, int status, PackageManagerOutput said) {
        return "%s ended with status %d in the pet '%s'%s".formatted(command.program(), status, name, said.reason());
    }
}
