package dev.hearth.core.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program to run, as a value: never a line for a shell.
 *
 * @param argv the program and its arguments
 * @param environment variables set on top of those hearth was started with
 * @param input text for the program's standard input; nothing when absent
 * @param timeout how long it may take before it and all it started are killed
 */
public record Command(
        List<String> argv,
        Map<String, String> environment,
        @Nullable String input,
        Duration timeout) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    public Command {
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    /** {@return a command of these words} */
    public static Command of(String program, String... arguments) {
        var argv = new ArrayList<String>();
        argv.add(program);
        argv.addAll(List.of(arguments));
        return of(argv);
    }

    /** {@return a command of these words} */
    public static Command of(List<String> argv) {
        return new Command(argv, Map.of(), null, DEFAULT_TIMEOUT);
    }

    /** {@return this command with more words at its end} */
    public Command with(String... words) {
        return with(List.of(words));
    }

    /** {@return this command with more words at its end} */
    public Command with(List<String> words) {
        var longer = new ArrayList<>(argv);
        longer.addAll(words);
        return new Command(longer, environment, input, timeout);
    }

    /** {@return this command with more words at its end when the condition holds, else itself} */
    public Command withIf(boolean condition, String... words) {
        return condition ? with(words) : this;
    }

    /** {@return this command with one more variable} */
    public Command withEnvironment(String name, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new Command(argv, more, input, timeout);
    }

    /** {@return this command reading the text from its standard input} */
    public Command withInput(String text) {
        return new Command(argv, environment, text, timeout);
    }

    /** {@return this command with another limit of time} */
    public Command withTimeout(Duration limit) {
        return new Command(argv, environment, input, limit);
    }

    /** {@return the program's name, as it was given} */
    public String program() {
        return argv.getFirst();
    }

    /** {@return the command for people to read or paste; words are quoted where a shell would need it} */
    @Override
    public String toString() {
        return argv.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
