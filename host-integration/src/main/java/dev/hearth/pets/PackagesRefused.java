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

    private PackagesRefused(String message) {
        super(message, "Nothing was changed.");
    }

    /** {@return the failure for a pet that was to be made of another image} */
    static PackagesRefused of(Pet pet, PetPackageManager.Ended ended) {
        return new PackagesRefused("%s refuses what was asked for in the pet '%s' on '%s'%s"
                .formatted(
                        ended.command().program(),
                        pet.name(),
                        pet.spec().image(),
                        ended.output().reason()));
    }
}
