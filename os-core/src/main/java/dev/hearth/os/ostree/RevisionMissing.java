package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Source;

/** A branch has no version such as was asked for. */
public final class RevisionMissing extends Failure.NotFound {
    public RevisionMissing(String text, Source.Branch branch) {
        super(
                "The branch '" + branch.text() + "' has no version '" + Printable.line(text) + "'",
                "Give a version as `hearth os status` shows it, or at least six digits of a commit.");
    }
}
