package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** The health of a sysroot in a directory is asked for, which this machine did not boot. */
public final class HealthOfAnother extends Failure.Invalid {
    HealthOfAnother() {
        super("A sysroot in a directory has no boots to judge", "Leave out `--sysroot` to mean this host.");
    }
}
