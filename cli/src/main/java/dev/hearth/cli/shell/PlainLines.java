package dev.hearth.cli.shell;

import dev.hearth.cli.output.ConsolePrompt;
import java.util.Optional;

/** Lines as the terminal itself edits them, where that can do no more. */
record PlainLines(ConsolePrompt prompt) implements Lines {
    @Override
    public Optional<String> read(String question) {
        return prompt.answer(question);
    }

    @Override
    public void close() {
        // The terminal was left as it was.
    }
}
