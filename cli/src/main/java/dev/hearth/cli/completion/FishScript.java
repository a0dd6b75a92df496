package dev.hearth.cli.completion;

import java.util.ArrayList;
import java.util.List;

/** Writes the grammar as fish wants it: a line for each thing that can be offered. */
final class FishScript {
    private FishScript() {}

    static List<String> lines(Grammar grammar) {
        var lines = new ArrayList<String>();
        lines.add("complete -c hearth -f");
        commands("", grammar, lines);
        grammar.options().forEach(option -> lines.add("complete -c hearth" + option(option)));
        for (var command : grammar.commands()) {
            if (command.group()) {
                commands(command.path(), grammar, lines);
            }
            var start = "complete -c hearth -n '__hearth_in %s'".formatted(command.path());
            var argument = command.argument();
            if (argument != null && Completable.of(argument) != Completable.NOTHING) {
                lines.add(start + offered(argument));
            }
            grammar.own(command).forEach(option -> lines.add(start + option(option)));
        }
        return lines;
    }

    private static void commands(String path, Grammar grammar, List<String> lines) {
        for (var command : grammar.below(path)) {
            lines.add("complete -c hearth -n '__hearth_at%s' -a %s -d %s"
                    .formatted(path.isEmpty() ? "" : " " + path, command.name(), quoted(command.description())));
        }
    }

    private static String option(Grammar.Option option) {
        var text = new StringBuilder();
        for (var name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        var label = option.label();
        if (label != null) {
            text.append(Completable.of(label) == Completable.FILES ? " -r" : " -x")
                    .append(offered(label));
        }
        return text + " -d " + quoted(option.description());
    }

    private static String offered(String label) {
        return switch (Completable.of(label)) {
            case EXPORTS -> " -a '%s (hearth complete exports 2>/dev/null)'".formatted(Completable.words(label));
            case PETS, IMAGES, DISTROS, DEPLOYMENTS, REQUESTS ->
                " -a '(hearth complete %s 2>/dev/null)'"
                        .formatted(Completable.of(label).question());
            case FILES -> " -F";
            case COMMANDS -> " -F -a '(__fish_complete_command)'";
            case WORDS -> " -a '%s'".formatted(Completable.words(label));
            case NOTHING -> "";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
