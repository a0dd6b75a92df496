package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** What is to be followed cannot be the name of a branch. */
public final class InvalidSource extends Failure.Invalid {
    public InvalidSource(String text) {
        super(
                "'" + Printable.line(text) + "' names no branch",
                "Write it as REMOTE:BRANCH, such as fedora:fedora/42/x86_64/silverblue; `ostree remote list` shows the remotes.");
    }
}
