package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** What pets consisted of is not written down. */
public final class LockMissing extends Failure.NotFound {
    LockMissing(Path file) {
        super(
                "There is no lock file '" + Printable.line(file.toString()) + "'",
                "Write it where the pets are, with `hearth freeze`.");
    }
}
