package dev.hearth.cli.output;

/** For whom a result is written. */
public enum Format {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON
}
