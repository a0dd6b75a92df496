package dev.hearth.os;

import dev.hearth.core.failure.Failure;

/** There are not two deployments that follow one another. */
public final class NothingToCompare extends Failure.NotFound {
    public NothingToCompare() {
        super(
                "There is no second deployment to compare with",
                "`hearth os upgrade --preview` shows what a newer version would bring.");
    }
}
