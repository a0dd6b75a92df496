package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;

/** The sandbox cannot be set up on this host. */
public final class SandboxBroken extends Failure.Unavailable {
    SandboxBroken(String reason) {
        super(
                "The sandbox for package scripts cannot be set up: " + reason,
                "It needs root, bubblewrap, and a kernel of 5.11 or newer with overlayfs.");
    }
}
