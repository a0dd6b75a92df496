package dev.hearth.packages;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A word that nothing can be searched by. */
public final class InvalidSearchWord extends Failure.Invalid {
    InvalidSearchWord(String word) {
        super(
                "'" + Printable.line(word) + "' cannot be searched for",
                "Write a word of the package's name or summary.");
    }
}
