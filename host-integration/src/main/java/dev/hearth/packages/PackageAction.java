package dev.hearth.packages;

import java.util.Locale;

/** What is done to the packages of a pet. */
public enum PackageAction {
    INSTALL,
    REMOVE,
    UPGRADE;

    /** {@return how commands and generations call it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
