package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Source;

/** All that was released to a channel was taken back. */
public final class ChannelEmpty extends Failure.Conflict {
    ChannelEmpty(Source.Branch branch) {
        super(
                "There is no release in '" + branch.text() + "' just now",
                "`hearth os rollback` returns to the deployment before, where that is another.");
    }
}
