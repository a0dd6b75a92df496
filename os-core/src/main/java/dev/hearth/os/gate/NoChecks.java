package dev.hearth.os.gate;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A directory has no checks that a gate could run. */
public final class NoChecks extends Failure.Invalid {
    NoChecks(Path directory, String reason) {
        super(
                "'%s' has no checks that could be run: %s".formatted(directory, Printable.line(reason)),
                "Put executable files into it; each ends with status 0 when what it looks at is well.");
    }
}
