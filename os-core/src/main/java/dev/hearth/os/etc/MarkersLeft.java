package dev.hearth.os.etc;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** An edited text still has lines of both sides between markers. */
public final class MarkersLeft extends Failure.Conflict {
    MarkersLeft(Path path) {
        super(
                "There are conflict markers left in '/etc/" + path + "'",
                "Edit it again, and leave none of the lines that begin with '<<<<<<<' or '>>>>>>>'.");
    }
}
