package dev.hearth.cli.os;

import dev.hearth.core.failure.Failure;

/** The part of a command that is about the base needs root, and the rest the user whose pets they are. */
final class NobodyToAskForRoot extends Failure.Denied {
    NobodyToAskForRoot() {
        super(
                "Only root may change the base, and nobody can be asked for a password here",
                "Call it at a terminal; `--dry-run` only shows the plan.");
    }
}
