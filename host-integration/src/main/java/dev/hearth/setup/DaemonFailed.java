package dev.hearth.setup;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** Docker's daemon was started and does not answer. */
public final class DaemonFailed extends Failure.ToolFailed {
    public DaemonFailed(String log, Path file) {
        super("dockerd was started and does not answer: " + Printable.lastLine(log), "See its log, '" + file + "'.");
    }
}
