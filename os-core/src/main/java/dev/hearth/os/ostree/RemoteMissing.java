package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A deployment follows a remote that is not configured. */
public final class RemoteMissing extends Failure.NotFound {
    public RemoteMissing(String name, Path root) {
        super(
                "There is no remote named '" + name + "' in '" + root + "'",
                "`ostree remote add " + name + " URL` adds it; `ostree remote list` shows those there are.");
    }
}
