package dev.hearth.cli;

import dev.hearth.cli.description.DescribedCommands;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * All commands by their names, in the order of the help.
 *
 * <p>Reading a class for its options costs time, so only those that the command line can mean are given to the parser.
 */
final class Commands {
    private static final Set<String> NEED_ALL = Set.of("help", "completion");
    private static final List<List<String>> NEED_NONE = List.of(List.of("--version"), List.of("-V"));

    private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    /** Adds a command; its other names must be those of its annotation. */
    Commands with(String name, Supplier<Object> maker, String... otherNames) {
        makers.put(name, maker);
        for (var other : otherNames) {
            aliases.put(other, name);
        }
        return this;
    }

    /** {@return all names that the user may type} */
    Collection<String> names() {
        var names = new ArrayList<>(makers.keySet());
        names.addAll(aliases.keySet());
        names.add("help");
        return names;
    }

    /**
     * {@return the parser of a command that only has these of its own}
     *
     * @param words the whole command line
     */
    CommandLine group(Object command, List<String> words) {
        var parser = DescribedCommands.parser(command);
        var named = named(words);
        makers.forEach((name, maker) -> {
            if (named.isEmpty() || named.contains(name)) {
                parser.addSubcommand(DescribedCommands.parser(maker.get()));
            }
        });
        return parser;
    }

    /** {@return the parser for all commands} */
    CommandLine all(Root root) {
        return parser(root, makers.keySet());
    }

    /** {@return the parser for the commands that these words can mean; for all when they name none} */
    CommandLine meantBy(Root root, List<String> words) {
        var named = named(words);
        return named.isEmpty() && !NEED_NONE.contains(words) ? all(root) : parser(root, named);
    }

    /** {@return the commands that are among the words; none when all are wanted} */
    private Set<String> named(List<String> words) {
        var named = new LinkedHashSet<String>();
        for (var word : words) {
            var name = aliases.getOrDefault(word, word);
            if (NEED_ALL.contains(name)) {
                return Set.of();
            }
            if (makers.containsKey(name)) {
                named.add(name);
            }
        }
        return named;
    }

    private CommandLine parser(Root root, Set<String> names) {
        var parser = DescribedCommands.parser(root);
        parser.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Show this help.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build())
                .versionProvider(new Version());
        makers.forEach((name, maker) -> {
            if (names.contains(name)) {
                parser.addSubcommand(DescribedCommands.parser(maker.get()));
            }
        });
        if (names.containsAll(makers.keySet())) {
            parser.addSubcommand(DescribedCommands.parser(new Help()));
        }
        return parser;
    }
}
