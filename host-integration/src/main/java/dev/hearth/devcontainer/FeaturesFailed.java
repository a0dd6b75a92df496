package dev.hearth.devcontainer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** The tool that a project's features were left to could not make an image with them. */
public final class FeaturesFailed extends Failure.ToolFailed {
    FeaturesFailed(int status, String said) {
        super(
                "`devcontainer build` ended with status %d%s"
                        .formatted(status, said.isBlank() ? "" : ": " + Printable.line(said)),
                "It says more by itself: run it in the project.");
    }
}
