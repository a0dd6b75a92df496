package dev.hearth.os.ostree;

import dev.hearth.os.Source;
import dev.hearth.os.rollout.Channel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a remote.
 *
 * @param commit one of the branch's; absent for the newest
 */
record PullTarget(Source.Branch branch, @Nullable String commit) {

    /**
     * {@return what a machine is to take that follows a branch}
     *
     * <p>Of a channel it is what the signed file names: to which commit a branch points, nobody has signed.
     *
     * @param channel what the provider says of it; absent where it is none
     * @throws ChannelEmpty when the channel has no release
     */
    static PullTarget of(Source.Branch branch, @Nullable Channel channel) {
        if (channel == null) {
            return new PullTarget(branch, null);
        }
        var release = channel.release();
        if (release == null) {
            throw new ChannelEmpty(branch);
        }
        return new PullTarget(branch, release.commit());
    }

    /** {@return the remote's name} */
    String remote() {
        return Optional.ofNullable(branch.remote()).orElseThrow();
    }

    /** {@return what is asked of it, as ostree writes that} */
    String text() {
        return commit == null ? branch.name() : branch.name() + "@" + commit;
    }
}
