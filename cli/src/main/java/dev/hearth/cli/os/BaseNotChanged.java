package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** The part of a command that is about the base failed, and said why. */
final class BaseNotChanged extends Failure.ToolFailed {
    BaseNotChanged(int status) {
        super("The base was not changed: `hearth os` ended with status " + status, "What it said is above.");
    }
}
