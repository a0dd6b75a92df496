package dev.hearth.engine.docker;

import dev.hearth.images.ImageReference;
import dev.hearth.images.InvalidImageReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Finds out what a Containerfile starts from, for the words of a failure. */
final class BuildBase {
    private BuildBase() {}

    /** {@return the image of the first {@code FROM}, with the arguments put in} */
    static Optional<ImageReference> of(Path containerfile, Map<String, String> arguments) {
        try (var lines = Files.lines(containerfile)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("FROM "))
                    .findFirst()
                    .flatMap(line -> Arrays.stream(line.split("\\s+", -1))
                            .skip(1)
                            .filter(word -> !word.startsWith("--"))
                            .findFirst())
                    .flatMap(word -> parsed(substituted(word, arguments)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String substituted(String word, Map<String, String> arguments) {
        var result = word;
        for (var argument : arguments.entrySet()) {
            result = result.replace("${" + argument.getKey() + "}", argument.getValue())
                    .replace("$" + argument.getKey(), argument.getValue());
        }
        return result;
    }

    private static Optional<ImageReference> parsed(String text) {
        try {
            return Optional.of(ImageReference.parse(text));
        } catch (InvalidImageReference _) {
            return Optional.empty();
        }
    }
}
