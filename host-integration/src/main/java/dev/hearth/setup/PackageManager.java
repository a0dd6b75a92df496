package dev.hearth.setup;

import java.util.Locale;

/** The package managers with which hearth can prepare a host. */
public enum PackageManager {
    APT,
    DNF;

    /** {@return its name as users write it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
