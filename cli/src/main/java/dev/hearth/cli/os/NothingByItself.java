package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** It is said when updates are to be taken by themselves, and none are to be. */
final class NothingByItself extends Failure.Invalid {
    NothingByItself() {
        super(
                "Nothing is to happen by itself, so that there is no time for it",
                "Name a policy with it: check, stage or apply.");
    }
}
