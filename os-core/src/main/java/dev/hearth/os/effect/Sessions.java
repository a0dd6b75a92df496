package dev.hearth.os.effect;

import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The desktop sessions that a tree offers at log-in. */
record Sessions(Root root) {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/share/wayland-sessions"), Path.of("/usr/share/xsessions"));
    private static final Pattern STARTS = Pattern.compile("^Exec=(.*)$", Pattern.MULTILINE);

    /** {@return the programs that start them} */
    List<Path> programs() {
        var texts = new TextFiles(root);
        return PLACES.stream()
                .flatMap(place -> root.list(place).stream())
                .flatMap(file -> STARTS.matcher(texts.read(file)).results())
                .map(found -> program(found.group(1)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The first word that is a program, behind {@code env} and the variables that it sets. */
    private static Optional<Path> program(String words) {
        return Stream.of(words.split("\\s+"))
                .filter(word -> !word.isEmpty() && !word.contains("=") && !word.matches("(/usr/bin/)?env|-.*"))
                .findFirst()
                .map(word -> word.startsWith("/") ? Path.of(word) : Path.of("/usr/bin", word));
    }
}
