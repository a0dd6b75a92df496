package dev.hearth.cli.completion;

import dev.hearth.core.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Finds what can stand in the place of the last word of a command line, as the scripts for shells do. */
public final class Offers {
    private final Supplier<CommandLine> program;
    private final Names names;
    private final Path directory;
    private @Nullable Grammar grammar;

    /** Offers words to somebody in a directory. */
    public Offers(Supplier<CommandLine> program, Names names, Path directory) {
        this.program = program;
        this.names = names;
        this.directory = directory;
    }

    /**
     * A word that can stand there.
     *
     * @param description what it is; empty where it says that itself
     * @param whole whether another word can follow
     */
    public record Offer(String word, String description, boolean whole) {
        static Offer of(String word) {
            return new Offer(word, "", true);
        }
    }

    /**
     * {@return what can stand there}
     *
     * @param before the words before it
     * @param word as much of it as is typed
     */
    public List<Offer> of(List<String> before, String word) {
        var place = Place.after(before, grammar());
        var expected = place.expected();
        if (expected != null) {
            return values(expected, word);
        }
        if (word.startsWith("--") && word.contains("=")) {
            return assigned(place, word);
        }
        if (word.startsWith("-")) {
            return place.options(grammar()).stream()
                    .flatMap(option -> option.names().stream().map(name -> new Offer(name, option.description(), true)))
                    .toList();
        }
        var command = place.command();
        if (command == null || command.group()) {
            return grammar().below(command == null ? "" : command.path()).stream()
                    .map(below -> new Offer(below.name(), below.description(), true))
                    .toList();
        }
        var argument = command.argument();
        return argument == null ? List.of() : values(argument, word);
    }

    private List<Offer> assigned(Place place, String word) {
        int at = word.indexOf('=') + 1;
        var name = word.substring(0, at - 1);
        var label = place.label(name, grammar());
        return label == null
                ? List.of()
                : values(label, word.substring(at)).stream()
                        .map(offer ->
                                new Offer(word.substring(0, at) + offer.word(), offer.description(), offer.whole()))
                        .toList();
    }

    private List<Offer> values(String label, String word) {
        var kind = Completable.of(label);
        if (kind == Completable.FILES || kind == Completable.COMMANDS) {
            return files(word);
        }
        var fixed = Arrays.stream(Completable.words(label).split(" ", -1)).filter(each -> !each.isEmpty());
        return Stream.concat(fixed, named(kind).stream()).map(Offer::of).toList();
    }

    private List<String> named(Completable kind) {
        try {
            return names.of(kind.question());
        } catch (Failure e) {
            // Nothing to offer is all there is to say to the tab key.
            return List.of();
        }
    }

    private List<Offer> files(String word) {
        var typed = word.substring(0, word.lastIndexOf('/') + 1);
        try (var entries = Files.list(directory.resolve(typed))) {
            return entries.map(entry -> {
                        boolean within = Files.isDirectory(entry);
                        return new Offer(typed + entry.getFileName() + (within ? "/" : ""), "", !within);
                    })
                    .sorted((one, other) -> one.word().compareTo(other.word()))
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    private Grammar grammar() {
        var read = grammar;
        if (read == null) {
            read = Grammar.of(program.get());
            grammar = read;
        }
        return read;
    }

    /**
     * Where on a command line the next word stands.
     *
     * @param command that it is an argument of; absent where that is still to be named
     * @param expected the label of the option whose value it is; absent when it is none's
     */
    private record Place(
            Grammar.@Nullable Command command, @Nullable String expected) {
        static Place after(List<String> words, Grammar grammar) {
            var place = new Place(null, null);
            for (var word : words) {
                place = place.then(word, grammar);
            }
            return place;
        }

        private Place then(String word, Grammar grammar) {
            if (expected != null) {
                return new Place(command, null);
            }
            if (word.startsWith("-")) {
                return new Place(command, label(word, grammar));
            }
            if (command != null && !command.group()) {
                return this;
            }
            var path = command == null ? word : command.path() + " " + word;
            return grammar.commands().stream()
                    .filter(each -> each.path().equals(path))
                    .findFirst()
                    .map(each -> new Place(each, null))
                    .orElse(this);
        }

        List<Grammar.Option> options(Grammar grammar) {
            var all = new ArrayList<Grammar.Option>();
            if (command != null) {
                all.addAll(grammar.own(command));
            }
            all.addAll(grammar.options());
            return all;
        }

        @Nullable String label(String name, Grammar grammar) {
            return options(grammar).stream()
                    .filter(option -> option.names().contains(name))
                    .findFirst()
                    .map(Grammar.Option::label)
                    .orElse(null);
        }
    }
}
