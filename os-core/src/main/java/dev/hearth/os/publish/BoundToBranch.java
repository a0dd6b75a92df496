package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;

/** A commit says that it is for branches of which a channel's is none. */
public final class BoundToBranch extends Failure.Conflict {
    BoundToBranch(String commit, ChannelName channel) {
        super(
                "The commit '%s' is bound to other branches than '%s', and machines would refuse it there"
                        .formatted(commit, channel),
                "Compose it with hearth, or commit it with `--no-bindings` or `--bind-ref=" + channel + "`.");
    }
}
