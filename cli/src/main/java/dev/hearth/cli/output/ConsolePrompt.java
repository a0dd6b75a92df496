package dev.hearth.cli.output;

import dev.hearth.core.host.Terminals;
import dev.hearth.core.prompt.CannotAsk;
import dev.hearth.core.prompt.Prompt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Asks the user on the terminal. */
public final class ConsolePrompt implements Prompt {
    private final Terminals terminals;
    private final InputStream in;
    private final Talk talk;
    private final BooleanSupplier yes;

    /**
     * Asks on these streams.
     *
     * @param yes whether the user said yes to everything beforehand
     */
    public ConsolePrompt(Terminals terminals, InputStream in, Talk talk, BooleanSupplier yes) {
        this.terminals = terminals;
        this.in = in;
        this.talk = talk;
        this.yes = yes;
    }

    @Override
    public boolean confirm(String question) {
        if (yes.getAsBoolean()) {
            return true;
        }
        if (!terminals.canAsk()) {
            throw new CannotAsk(question);
        }
        talk.ask(question + " [y/N] ");
        var answer = line().strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    private String line() {
        try {
            var line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                // The user closed the input instead of answering, and with that did not end the line either.
                talk.say("");
                return "";
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
