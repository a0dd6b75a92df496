package dev.hearth.os.host;

import dev.hearth.core.failure.Failure;

/** The host has no immutable base to keep. */
public final class PlainHost extends Failure.Unavailable {
    public PlainHost() {
        super(
                "This host has no immutable base: it was not booted by ostree or bootc",
                "`hearth os` keeps bases of rpm-ostree, bootc and ostree; here the system's own package manager does."
                        + " `--sysroot DIR` names a sysroot on a disk, and `hearth create` makes a pet.");
    }
}
