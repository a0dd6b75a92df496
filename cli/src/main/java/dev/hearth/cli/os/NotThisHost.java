package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** Rebooting was asked for, and another sysroot than the running one is meant. */
final class NotThisHost extends Failure.Invalid {
    NotThisHost() {
        super(
                "A sysroot in a directory is not what a reboot would boot",
                "Leave out `--reboot`, or `--sysroot` to mean this host.");
    }
}
