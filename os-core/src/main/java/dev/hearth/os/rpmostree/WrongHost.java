package dev.hearth.os.rpmostree;

import dev.hearth.core.failure.Failure;

/** rpm-ostree is installed on a host whose base it does not keep. */
public final class WrongHost extends Failure.Unavailable {
    public WrongHost() {
        super(
                "This system was not booted by ostree, so that rpm-ostree cannot keep its base",
                "Boot a deployment, or name a sysroot on a disk with `hearth os --sysroot DIR`.");
    }
}
