package dev.hearth.cli.projects;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.projects.ProjectFile;

/** The words of a command line about trust do not go together, or not with the file. */
final class TrustMisuse extends Failure.Invalid {
    private TrustMisuse(String message, String hint) {
        super(message, hint);
    }

    static TrustMisuse listAndMore() {
        return new TrustMisuse(
                "Files cannot be listed and allowed at once", "Use `--list` with nothing but `--format`.");
    }

    static TrustMisuse otherContent(ProjectFile file) {
        return new TrustMisuse(
                "The file '%s' has another content than that"
                        .formatted(Printable.line(file.path().toString())),
                "Its SHA-256 is %s; see what is in it before you say so.".formatted(file.digest()));
    }
}
