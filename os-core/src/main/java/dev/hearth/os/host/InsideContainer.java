package dev.hearth.os.host;

import dev.hearth.core.failure.Failure;

/** A base is kept from the host itself, and hearth runs in a container. */
public final class InsideContainer extends Failure.Unavailable {
    public InsideContainer() {
        super(
                "This is a container, whose base is an image",
                "Run `hearth os` on the host; or name a sysroot that is mounted here with `--sysroot DIR`.");
    }
}
