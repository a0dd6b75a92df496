package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;

/** A sysroot has nothing yet that a change could start from. */
public final class NoDeployment extends Failure.Conflict {
    public NoDeployment() {
        super(
                "Nothing is deployed here yet",
                "`ostree admin os-init NAME` and `ostree admin deploy --os=NAME REMOTE:BRANCH` make the first deployment.");
    }
}
