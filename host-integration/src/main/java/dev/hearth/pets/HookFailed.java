package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A command that was to be run in a pet before it is there ended badly. */
public final class HookFailed extends Failure.ToolFailed {
    HookFailed(PetName pet, String hook, int status, String said) {
        super(
                "The hook '%s' of '%s' ended with status %d%s"
                        .formatted(
                                Printable.line(hook), pet, status, said.isBlank() ? "" : ": " + Printable.line(said)),
                "The pet is as it was before. Correct the hook, and try again.");
    }
}
