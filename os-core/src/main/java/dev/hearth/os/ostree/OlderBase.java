package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Source;

/** The newest commit of a branch is older than what is deployed: a mistake of its maker, or an attack. */
public final class OlderBase extends Failure.Conflict {
    public OlderBase(Source.Branch branch) {
        super(
                "The newest version of '" + branch.text() + "' is older than what is deployed",
                "Use --allow-downgrade if that is meant.");
    }
}
