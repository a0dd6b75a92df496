package dev.hearth.cli;

import dev.hearth.cli.output.Errors;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageErrors {
    /** What other tools call the same things. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "delete", "rm",
            "exec", "run",
            "images", "image list",
            "ps", "list",
            "pull", "image pull",
            "rmi", "image rm",
            "inspect", "show");

    /** What the programs that keep a base call the same things. */
    private static final Map<String, String> ELSEWHERE_OF_BASES = Map.of(
            "update", "upgrade",
            "switch", "rebase",
            "usroverlay", "unlock",
            "usr-overlay", "unlock",
            "set-default", "rollback",
            "refresh-md", "upgrade --check",
            "list", "status",
            "add", "install");

    /** How the parser tells of constants; users write them in small letters. */
    private static final Pattern CHOICES = Pattern.compile("\\[([A-Z, ]+)] \\(case-insensitive\\)");

    private static final int LONGEST_SHOWN = 60;

    private final Errors errors;
    private final Collection<String> commands;

    UsageErrors(Errors errors, Collection<String> commands) {
        this.errors = errors;
        this.commands = commands;
    }

    /** Tells of the error; {@return the exit status} */
    int report(ParameterException error) {
        var failure = failure(error);
        if (failure.isPresent()) {
            return errors.report(failure.get());
        }
        var parser = error.getCommandLine();
        var seeHelp = "`" + parser.getCommandSpec().qualifiedName() + " --help` shows what it takes.";
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(parser, unmatched.getUnmatched(), seeHelp);
        }
        var unknown = parser.getUnmatchedArguments();
        if (error instanceof MissingParameterException && unknown.stream().anyMatch(UsageErrors::isOption)) {
            // What was taken for the missing one's place says more than that it is missing.
            return unmatched(
                    parser, unknown.stream().filter(UsageErrors::isOption).toList(), seeHelp);
        }
        return errors.usage(firstLine(error), seeHelp);
    }

    private int unmatched(CommandLine parser, List<String> words, String seeHelp) {
        var word = words.isEmpty() ? "" : words.getFirst();
        if (isOption(word)) {
            return unknownOption(parser, word.split("=", 2)[0], seeHelp);
        }
        if (parser.getSubcommands().isEmpty()) {
            return errors.usage("The argument '" + shown(word) + "' is one too many", seeHelp);
        }
        boolean top = parser.getParent() == null;
        var names = top ? commands : parser.getSubcommands().keySet();
        if (names.contains(word)) {
            return errors.usage("The command '" + word + "' cannot stand behind '--'", "Leave the '--' out.");
        }
        return errors.usage(
                "There is no command '" + shown(word) + "'",
                elsewhere(parser, word)
                        .or(() -> Suggestions.question(word, names))
                        .orElse(seeHelp));
    }

    private int unknownOption(CommandLine parser, String name, String seeHelp) {
        // Of two letters, one is a hyphen: any option of one letter would be near enough.
        var options = parser.getCommandSpec().optionsMap().keySet().stream()
                .filter(option -> option.startsWith("--") && name.startsWith("--"))
                .toList();
        return errors.usage(
                "There is no option '" + shown(name) + "'",
                Suggestions.question(name, options).orElse(seeHelp));
    }

    /** A hyphen alone is an argument, by which programs mean a standard stream. */
    private static boolean isOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }

    /** {@return a word that somebody typed, as much of it as is needed to recognise it} */
    private static String shown(String word) {
        return word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Optional<String> elsewhere(CommandLine parser, String word) {
        var path = parser.getCommandSpec().qualifiedName();
        var words = switch (path) {
            case "hearth" -> ELSEWHERE;
            case "hearth os" -> ELSEWHERE_OF_BASES;
            default -> Map.<String, String>of();
        };
        return Optional.ofNullable(words.get(word)).map(known -> "Did you mean `%s %s`?".formatted(path, known));
    }

    private static Optional<Failure> failure(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    private static String firstLine(ParameterException error) {
        var line = String.valueOf(error.getMessage()).lines().findFirst().orElse("The command line is wrong");
        return CHOICES.matcher(line)
                .replaceAll(choices -> choices.group(1).toLowerCase(Locale.ROOT))
                .replace("is not an int", "is no whole number, or too large");
    }
}
