package dev.hearth.cli.packages;

import dev.hearth.core.failure.Failure;

/** What was named as a package to remove is a pet. */
final class PetNamed extends Failure.Invalid {
    PetNamed(String name) {
        super(
                "'%s' is a pet, and no package that was asked for".formatted(name),
                "Did you mean `hearth rm %1$s`? `hearth uninstall -c PET %1$s` removes a package.".formatted(name));
    }
}
