package dev.hearth.os.tryout;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Space;
import java.nio.file.Path;

/** There is no room for a copy of what boots next. */
public final class NoRoomToTry extends Failure.Unavailable {
    NoRoomToTry(Path place, long needed, long free) {
        super(
                "There is not enough space to try what boots next: it needs %s in '%s', %s are free"
                        .formatted(Space.megabytes(needed), place, Space.megabytes(free)),
                "`--work=DIR` has it done where there is more.");
    }
}
