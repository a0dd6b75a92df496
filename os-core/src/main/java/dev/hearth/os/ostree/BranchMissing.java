package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Source;

/** A branch that is to be followed is not in the repository. */
public final class BranchMissing extends Failure.NotFound {
    public BranchMissing(Source.Branch branch) {
        super("There is no branch '" + branch.text() + "'", "`ostree remote refs REMOTE` lists those a remote has.");
    }
}
