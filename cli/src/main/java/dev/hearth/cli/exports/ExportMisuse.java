package dev.hearth.cli.exports;

import dev.hearth.core.failure.Failure;
import dev.hearth.exports.ExportKind;

/** The words of an export's command line do not go together. */
final class ExportMisuse extends Failure.Invalid {
    private ExportMisuse(String message, String hint) {
        super(message, hint);
    }

    static ExportMisuse noKind() {
        return new ExportMisuse(
                "What to export is missing", "Write `hearth export bin NAME`, or `app` or `service` in its place.");
    }

    static ExportMisuse noName(ExportKind kind) {
        return new ExportMisuse(
                "The name of what to export is missing",
                "Write `hearth export " + kind.word() + " NAME`"
                        + (kind == ExportKind.APP ? ", or `--pet` for a terminal in the pet." : "."));
    }

    static ExportMisuse severalAsOne() {
        return new ExportMisuse("Several exports cannot have one name", "Use `--as` with one export at a time.");
    }

    static ExportMisuse petAndMore() {
        return new ExportMisuse(
                "The pet itself is exported alone, and as an app", "Write `hearth export app --pet` and nothing more.");
    }

    static ExportMisuse listAndMore() {
        return new ExportMisuse(
                "Exports cannot be listed and made at once", "Use `--list` with nothing but `-c` and `--format`.");
    }
}
