package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;

/** A channel's file is not signed with the key that is to sign it now. */
public final class ChannelOfAnother extends Failure.Denied {
    ChannelOfAnother(ChannelName channel, String fingerprint) {
        super(
                "The channel '%s' is not signed with the key %s".formatted(channel, fingerprint),
                "Name the key that it was released with by `--key`.");
    }
}
