package dev.hearth.core.process;

import dev.hearth.core.failure.Failure;

/** Another program did not end in time and was killed with all it had started. */
public final class ProgramTimedOut extends Failure.ToolFailed {
    public ProgramTimedOut(Command command) {
        super(
                "`%s` did not end within %d s"
                        .formatted(command, command.timeout().toSeconds()),
                null);
    }
}
