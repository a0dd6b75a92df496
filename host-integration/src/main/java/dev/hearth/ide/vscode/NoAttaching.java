package dev.hearth.ide.vscode;

import dev.hearth.core.failure.Failure;

/** An editor cannot open a directory in a container. */
public final class NoAttaching extends Failure.Invalid {
    NoAttaching(Editor editor) {
        super(
                "The editor " + editor.word() + " cannot attach to a container",
                "Leave the directory out, or take `--for=code` or `--for=cursor`.");
    }
}
