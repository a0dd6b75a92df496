package dev.hearth.commands;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The name of a program, as shells look it up; it is the name of a file, too. */
public record CommandName(String value) {
    private static final Predicate<String> VALID =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}").asMatchPredicate();

    /**
     * Reads one.
     *
     * @throws InvalidCommandName when it is none
     */
    public static CommandName parse(String text) {
        if (!VALID.test(text)) {
            throw new InvalidCommandName(text);
        }
        return new CommandName(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
