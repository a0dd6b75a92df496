package dev.hearth.exports;

import dev.hearth.core.failure.Failure;

/** A text cannot be the name of an export. */
public final class InvalidExportName extends Failure.Invalid {
    private InvalidExportName(String message, String hint) {
        super(message, hint);
    }

    static InvalidExportName malformed(String name) {
        return new InvalidExportName(
                "'" + name + "' cannot be the name of an export",
                "A name has letters, digits and `. _ + -`, and begins with a letter, a digit or `_`.");
    }

    static InvalidExportName ofHearth() {
        return new InvalidExportName(
                "A program of a pet cannot be exported as 'hearth', which is what exports call",
                "Give it another name with `--as`.");
    }
}
