package dev.hearth.os.publish;

import dev.hearth.core.failure.Failure;

/** A commit is the first of its branch. */
public final class NothingBefore extends Failure.Invalid {
    NothingBefore(String commit) {
        super(
                "There is nothing before the commit '" + commit + "' that a delta could lead from",
                "Name another with `--from`, or use `--from-nothing`.");
    }
}
