package dev.hearth.ide.vscode;

import dev.hearth.core.failure.Failure;

/** A word names no editor. */
public final class UnknownEditor extends Failure.Invalid {
    UnknownEditor(String word) {
        super(
                "There is no editor '" + word + "' that hearth knows",
                "Name one with `--for`: " + String.join(", ", Editor.words()) + ".");
    }
}
