package dev.hearth.projects;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A project's file is new, or was changed since the user allowed it. */
public final class NotAllowed extends Failure.Denied {
    NotAllowed(Path file, boolean changed) {
        super(
                "The file '%s' %s"
                        .formatted(
                                Printable.line(file.toString()),
                                changed ? "was changed since you allowed it" : "was not allowed yet"),
                "See what it asks for, and allow it at a terminal: `hearth trust " + Printable.line(file.toString())
                        + "`.");
    }
}
