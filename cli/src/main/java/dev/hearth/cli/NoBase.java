package dev.hearth.cli;

import dev.hearth.core.failure.Failure;

/** This host has no base that could be kept. */
final class NoBase extends Failure.Unavailable {
    NoBase() {
        super(
                "This host has no immutable base: nothing is deployed by ostree",
                "`hearth os` keeps such bases; here the system's own package manager does. "
                        + "`--sysroot DIR` names a sysroot in a directory.");
    }
}
