package dev.hearth.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What of the command line can be completed.
 *
 * @param options of the program itself
 * @param commands with those of groups behind their group, such as {@code image pull}
 */
record Grammar(List<Option> options, List<Command> commands) {

    /**
     * One command.
     *
     * @param path its name, after those of the groups it is in and blanks
     * @param argument the label of its arguments; absent when it takes none
     */
    record Command(
            String path,
            String description,
            List<Option> options,
            @Nullable String argument,
            boolean group) {

        /** {@return the last word of the path} */
        String name() {
            return path.substring(path.lastIndexOf(' ') + 1);
        }

        /** {@return the path of the group it is in; empty for one at the top} */
        String parent() {
            return path.substring(0, Math.max(0, path.lastIndexOf(' ')));
        }
    }

    /**
     * One option.
     *
     * @param label of its value; absent when it takes none
     */
    record Option(
            List<String> names,
            String description,
            @Nullable String label) {}

    static Grammar of(CommandLine program) {
        var commands = new ArrayList<Command>();
        collect("", program, commands);
        return new Grammar(options(program), commands);
    }

    /** {@return the options that a command does not share with all others} */
    List<Option> own(Command command) {
        return command.options().stream()
                .filter(option ->
                        options.stream().noneMatch(general -> general.names().equals(option.names())))
                .toList();
    }

    /** {@return the commands of a group, or those at the top for an empty path} */
    List<Command> below(String path) {
        return commands.stream()
                .filter(command -> command.parent().equals(path))
                .toList();
    }

    private static void collect(String prefix, CommandLine parent, List<Command> commands) {
        for (Map.Entry<String, CommandLine> entry : parent.getSubcommands().entrySet()) {
            var child = entry.getValue();
            var spec = child.getCommandSpec();
            if (spec.usageMessage().hidden()) {
                continue;
            }
            var path = prefix + entry.getKey();
            var argument = argument(spec);
            boolean group = !child.getSubcommands().isEmpty();
            commands.add(new Command(path, spec.usageMessage().description()[0], options(child), argument, group));
            collect(path + " ", child, commands);
        }
    }

    /** Names say more than the fixed words that may stand before them. */
    private static @Nullable String argument(CommandSpec spec) {
        var labels = spec.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .toList();
        return labels.stream()
                .filter(label -> Completable.of(label) == Completable.EXPORTS)
                .findFirst()
                .or(() -> labels.stream().findFirst())
                .orElse(null);
    }

    private static List<Option> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(Grammar::option)
                .toList();
    }

    private static Option option(OptionSpec option) {
        boolean flag = option.arity().max() == 0;
        return new Option(List.of(option.names()), option.description()[0], flag ? null : option.paramLabel());
    }
}
