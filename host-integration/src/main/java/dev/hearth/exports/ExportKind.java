package dev.hearth.exports;

import java.util.Locale;

/** What can be exported. */
public enum ExportKind {
    /** A program with windows, by its desktop entry. */
    APP,
    /** A program that is called by its name. */
    BIN,
    /** A program that systemd keeps running. */
    SERVICE;

    /** {@return the word for it on the command line and in JSON} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
