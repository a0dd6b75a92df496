package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A site no longer says anything of a channel that this machine knows from it: it may have been taken away to hide it. */
public final class ChannelGone extends Failure.Conflict {
    ChannelGone(String place, Path known) {
        super(
                "'%s' is gone, by which this machine was told of withdrawals".formatted(place),
                "If its provider has given the channel up, remove '" + known + "'; otherwise use another mirror.");
    }
}
