package dev.hearth.images;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** An image could not be built from its recipe. */
public final class BuildFailed extends Failure.ToolFailed {
    public BuildFailed(String name, String reason) {
        super("The image '" + name + "' could not be built: " + Printable.line(reason), null);
    }
}
