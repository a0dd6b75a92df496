package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;

/** A package manager cannot do what is asked, and has done nothing. */
public final class PackagesRefused extends Failure.ToolFailed {
    PackagesRefused(PetName name, Command command, PackageManagerOutput said) {
        super(
                "%s refuses that in the pet '%s'%s".formatted(command.program(), name, said.reason()),
                "Nothing was changed; `hearth search -c " + name + "` shows what there is.");
    }
}
