package dev.hearth.images.bootstrap;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A program that makes root file systems failed. */
public final class BootstrapFailed extends Failure.ToolFailed {
    public BootstrapFailed(String program, int status, String line) {
        super(
                "`" + program + "` failed with status " + status + (line.isEmpty() ? "" : ": " + Printable.line(line)),
                "See all that it said with `--verbose`.");
    }
}
