package dev.hearth.os.advice;

/** Where a package belongs. */
public enum Place {
    BASE,
    PET,
    /** For an application that has an id, where the host has Flatpak. */
    FLATPAK
}
