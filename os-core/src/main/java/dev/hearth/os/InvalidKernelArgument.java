package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A change of kernel arguments that cannot be made. */
public final class InvalidKernelArgument extends Failure.Invalid {
    private InvalidKernelArgument(String message, String hint) {
        super(message, hint);
    }

    public static InvalidKernelArgument missing(String argument) {
        return new InvalidKernelArgument(
                "There is no kernel argument '" + Printable.line(argument) + "'",
                "`hearth os kargs` shows those there are.");
    }

    public static InvalidKernelArgument ambiguous(String key) {
        return new InvalidKernelArgument(
                "Several kernel arguments are named '" + Printable.line(key) + "'",
                "Name the one that is meant with its value: KEY=VALUE, or KEY=OLD=NEW to replace it.");
    }

    public static InvalidKernelArgument malformed(String argument) {
        return new InvalidKernelArgument(
                "'" + Printable.line(argument) + "' cannot be a kernel argument",
                "Write it as KEY or KEY=VALUE, without blanks.");
    }

    public static InvalidKernelArgument reserved() {
        return new InvalidKernelArgument(
                "The kernel argument 'ostree' says which deployment boots",
                "Use `hearth os rollback` or `hearth os deploy` to boot another.");
    }
}
