package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;

/** A package that is asked for cannot be found, fetched or installed. */
public final class LayerFailed extends Failure.ToolFailed {
    /** @param reason a sentence without a final period */
    LayerFailed(String reason) {
        super(reason, null);
    }

    LayerFailed(LayerItem item, String reason) {
        super("'%s' cannot be layered: %s".formatted(item, reason), null);
    }
}
