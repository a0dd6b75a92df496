package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;

/** What a site says of a channel is not signed with a key that this machine trusts for it. */
public final class ChannelNotTrusted extends Failure.Denied {
    ChannelNotTrusted(ChannelName name, String address) {
        super(
                "What '%s' says of the channel '%s' has no signature that is trusted here".formatted(address, name),
                "If the site's key has changed, `ostree remote gpg-import` makes the new one trusted.");
    }
}
