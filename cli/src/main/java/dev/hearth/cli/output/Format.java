package dev.hearth.cli.output;

import java.util.Locale;

/** For whom a result is written. */
public enum Format {
    /** For people. */
    TABLE,
    /** For programs. */
    JSON;

    /** {@return the word by which the command line has it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
