package dev.hearth.cli;

import dev.hearth.core.process.Command;
import java.util.ArrayList;
import java.util.List;

/** Writes a command line for the log, without the values of variables: those are often secrets. */
final class CommandLineTitle {
    private static final String OPTION = "--env";

    private CommandLineTitle() {}

    static String of(List<String> arguments) {
        var words = new ArrayList<String>();
        boolean assignment = false;
        for (var argument : arguments) {
            boolean joined = argument.startsWith(OPTION + "=");
            if (joined) {
                words.add(OPTION + "=" + name(argument.substring(OPTION.length() + 1)));
            } else {
                words.add(assignment ? name(argument) : argument);
            }
            assignment = argument.equals(OPTION);
        }
        return Command.of("hearth").with(words).toString();
    }

    private static String name(String assignment) {
        int equals = assignment.indexOf('=');
        return equals < 0 ? assignment : assignment.substring(0, equals) + "=…";
    }
}
