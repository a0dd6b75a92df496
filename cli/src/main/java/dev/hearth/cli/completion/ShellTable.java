package dev.hearth.cli.completion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the functions by which the scripts for bash and zsh know the grammar; both read the same shell language. */
final class ShellTable {
    private final Grammar grammar;

    ShellTable(Grammar grammar) {
        this.grammar = grammar;
    }

    /** {@return the functions' lines} */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("_hearth_is_group() {");
        lines.add("    case $1 in %s) return 0 ;; esac".formatted(groups()));
        lines.add("    return 1");
        lines.add("}");
        lines.add("");
        lines.add("# Prints the words to offer, then what else may stand there.");
        lines.add("_hearth_table() {");
        lines.add("    case \"$1 $2\" in");
        grammar.commands().forEach(command -> values("'" + command.path(), grammar.own(command), lines));
        values("*'", grammar.options(), lines);
        lines.add("    esac");
        lines.add("    case $1 in");
        lines.add(words("", grammar.options(), grammar.below(""), null));
        for (var command : grammar.commands()) {
            var below = command.group() ? grammar.below(command.path()) : List.<Grammar.Command>of();
            lines.add(words(command.path(), command.options(), below, command.argument()));
        }
        lines.add("    esac");
        lines.add("}");
        return lines;
    }

    private String groups() {
        var groups = grammar.commands().stream()
                .filter(Grammar.Command::group)
                .map(command -> "'" + command.path() + "'")
                .collect(Collectors.joining(" | "));
        return groups.isEmpty() ? "''" : groups;
    }

    private static void values(String pattern, List<Grammar.Option> options, List<String> lines) {
        for (var option : options) {
            var label = option.label();
            if (label != null) {
                var patterns = option.names().stream()
                        .map(name -> pattern + " " + name + "'")
                        .collect(Collectors.joining(" | "));
                lines.add("        %s) printf '%%s\\n' '%s' %s; return ;;"
                        .formatted(patterns, Completable.words(label), kind(Completable.of(label))));
            }
        }
    }

    private static String words(
            String path, List<Grammar.Option> options, List<Grammar.Command> below, @Nullable String argument) {
        var kind = argument == null ? Completable.NOTHING : Completable.of(argument);
        var words = new LinkedHashSet<String>();
        below.forEach(command -> words.add(command.name()));
        if (argument != null) {
            words.addAll(List.of(Completable.words(argument).split(" ", -1)));
        }
        options.forEach(option -> words.addAll(option.names()));
        words.remove("");
        return "        '%s') printf '%%s\\n' '%s' %s ;;".formatted(path, String.join(" ", words), kind(kind));
    }

    private static String kind(Completable kind) {
        return kind == Completable.WORDS ? Completable.NOTHING.question() : kind.question();
    }
}
