package dev.hearth.os.etc;

/** What somebody decided about a conflict. */
public sealed interface Resolution {

    /** The local version stays, removed if it is. */
    record Keep() implements Resolution {}

    /** The new default comes in its place. */
    record Take() implements Resolution {}

    /** This text comes in its place. */
    record Edited(String text) implements Resolution {}
}
