package dev.hearth.cli.output;

import dev.hearth.core.host.Terminals;
import dev.hearth.core.prompt.CannotAsk;
import dev.hearth.core.prompt.Chooser;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.core.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Asks the user on the terminal. */
public final class ConsolePrompt implements Prompt, Chooser {
    private final Terminals terminals;
    private final BufferedReader in;
    private final Talk talk;
    private final BooleanSupplier yes;

    /**
     * Asks on these streams.
     *
     * @param yes whether the user said yes to everything beforehand
     */
    public ConsolePrompt(Terminals terminals, InputStream in, Talk talk, BooleanSupplier yes) {
        this.terminals = terminals;
        // One reader for all questions: it may have read on past the first answer.
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
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

    @Override
    public boolean canAsk() {
        return terminals.canAsk();
    }

    @Override
    public String choose(String question, List<String> answers) {
        if (!terminals.canAsk()) {
            throw new CannotAsk(question);
        }
        var letters = answers.stream().map(answer -> answer.substring(0, 1)).collect(Collectors.joining("/"));
        while (true) {
            talk.ask(question + " [" + letters + "] ");
            var word = line().strip().toLowerCase(Locale.ROOT);
            if (word.isEmpty()) {
                return answers.getLast();
            }
            for (var answer : answers) {
                if (answer.equals(word) || answer.substring(0, 1).equals(word)) {
                    return answer;
                }
            }
        }
    }

    /** Says something that belongs to a question. */
    public void say(String line) {
        talk.say(Printable.text(line));
    }

    /**
     * {@return the line that is typed as an answer; absent where the input ends}
     *
     * @throws CannotAsk when nobody can be asked
     */
    public Optional<String> answer(String question) {
        if (!terminals.canAsk()) {
            throw new CannotAsk(question);
        }
        talk.ask(question);
        return read();
    }

    private String line() {
        return read().orElse("");
    }

    private Optional<String> read() {
        try {
            var line = in.readLine();
            if (line == null) {
                // The user closed the input instead of answering, and with that did not end the line either.
                talk.say("");
            }
            return Optional.ofNullable(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
