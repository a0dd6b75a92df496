package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Source;

/** Of the newest commit of a branch that is known, only what tells about it was fetched. */
public final class NotFetched extends Failure.Unavailable {
    public NotFetched(Source.Branch branch) {
        super(
                "The newest version of '" + branch.text() + "' was not fetched yet",
                "Leave `--cache-only` out to fetch it now.");
    }
}
