package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.os.rollout.Channel.Withdrawal;

/** A commit is to be released to a channel from which it was taken back. */
public final class ReleaseWithdrawn extends Failure.Conflict {
    ReleaseWithdrawn(Withdrawal withdrawal, ChannelName channel) {
        super(
                "The commit '%s' was withdrawn from the channel '%s': %s"
                        .formatted(withdrawal.commit(), channel, Printable.line(withdrawal.reason())),
                "Compose another one: machines go back from this.");
    }
}
