package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.Platform;

/** A pet would be for another machine than this, and nothing here emulates that. */
public final class PlatformCannotRun extends Failure.Unavailable {
    PlatformCannotRun(Platform platform, Platform machine) {
        super(
                "This machine is " + machine + ", and has no emulator for the programs of " + platform,
                "Install one, such as the package qemu-user-static, and see that /proc/sys/fs/binfmt_misc lists it;"
                        + " or take an image for " + machine + ".");
    }
}
