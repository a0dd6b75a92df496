package dev.hearth.exports;

import dev.hearth.core.failure.Failure;

/** Nothing of the name is exported. */
public final class ExportNotFound extends Failure.NotFound {
    ExportNotFound(ExportKind kind, String name) {
        super("No " + kind.word() + " named '" + name + "' is exported", "`hearth export --list` shows what is.");
    }
}
