package dev.hearth.os.etc;

import dev.hearth.core.failure.Failure;

/** An editor ended without a text. */
public final class EditingFailed extends Failure.ToolFailed {
    EditingFailed(String editor, int status) {
        super(
                status == 0
                        ? "The editor '" + editor + "' removed the file"
                        : "The editor '" + editor + "' ended with status " + status,
                "Set VISUAL or EDITOR to another one, or decide without editing.");
    }
}
