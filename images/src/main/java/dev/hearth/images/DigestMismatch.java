package dev.hearth.images;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A registry sent something else than it had announced. */
public final class DigestMismatch extends Failure.ToolFailed {
    public DigestMismatch(String name, String reason) {
        super(
                "What the registry sent for the image '" + name + "' does not have the right digest: "
                        + Printable.line(reason),
                "Try again; if it stays so, something between here and the registry changes what is sent.");
    }
}
