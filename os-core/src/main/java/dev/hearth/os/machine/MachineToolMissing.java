package dev.hearth.os.machine;

import dev.hearth.core.failure.Failure;

/** A program is missing without which nothing can be booted here. */
public final class MachineToolMissing extends Failure.Unavailable {
    MachineToolMissing(String program, String aPackage) {
        super(
                "There is no '%s' here, which booting a base takes".formatted(program),
                "Install it; Debian has it in the package " + aPackage + ".");
    }
}
