package dev.hearth.images.bootstrap;

import dev.hearth.core.failure.Failure;

/** A program that makes root file systems is not installed. */
public final class BootstrapToolMissing extends Failure.Unavailable {
    public BootstrapToolMissing(String program) {
        super(
                "The program '" + program + "' is not installed, and without it no image can be made from packages",
                "Run `hearth setup`, which offers to install it.");
    }
}
