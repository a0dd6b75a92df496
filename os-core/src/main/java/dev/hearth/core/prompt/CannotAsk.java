package dev.hearth.core.prompt;

import dev.hearth.core.failure.Failure;

/** A question came up and there is no terminal to ask it on. */
public final class CannotAsk extends Failure.Invalid {
    public CannotAsk(String question) {
        super("Not on a terminal, so this cannot be asked: " + question, "Answer yes beforehand with `--yes`.");
    }
}
