package dev.hearth.os.live;

import dev.hearth.core.failure.Failure;

/** No deployment waits for a boot that has more packages than the one that runs. */
public final class NothingToAdd extends Failure.Conflict {
    public NothingToAdd() {
        super(
                "The next boot brings no package that is not here",
                "`hearth os install PACKAGE` makes a deployment that does.");
    }
}
