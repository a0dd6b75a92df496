package dev.hearth.packages;

import dev.hearth.core.failure.Failure;

/** A pet has no package manager, or none that can do what is asked. */
public final class NoPackageManager extends Failure.Unavailable {
    private NoPackageManager(String message, String hint) {
        super(message, hint);
    }

    /** {@return that hearth knows none that it has} */
    public static NoPackageManager in(String pet) {
        return new NoPackageManager(
                "The pet '" + pet + "' has no package manager that hearth knows",
                "Those are apt, dnf, microdnf, yum, zypper, apk and pacman.");
    }

    /** {@return that the one there is cannot search} */
    public static NoPackageManager withoutSearch(PackageManager manager, String pet) {
        return new NoPackageManager(
                "%s, which the pet '%s' has, cannot search".formatted(manager.program(), pet),
                "`hearth install dnf` gets it one that can.");
    }
}
