package dev.hearth.pets;

/** Where what a package manager says is to be seen. */
public enum PackageScreen {
    /** The caller's own terminal, on which it can draw and ask. */
    TERMINAL,
    /** The narrator, who is told each line. */
    LINES,
    /** The narrator, who is told each line with the pet's name before it. */
    NAMED_LINES,
    /** Nowhere: what is said is kept for when it fails. */
    NONE
}
