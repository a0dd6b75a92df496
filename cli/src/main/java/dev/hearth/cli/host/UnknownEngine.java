package dev.hearth.cli.host;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A word that names no engine that could be prepared. */
final class UnknownEngine extends Failure.Invalid {
    UnknownEngine(String word) {
        super("'" + Printable.line(word) + "' is no engine that can be prepared", "Use docker or podman.");
    }
}
