package dev.hearth.os.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The programs that look at a machine from inside. */
record GateChecks(List<Path> files) {
    GateChecks {
        files = List.copyOf(files);
    }

    /**
     * Finds them.
     *
     * @throws NoChecks when there is none, or one that could not be run
     */
    static GateChecks in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new NoChecks(directory, "there is no such directory");
        }
        try (var children = Files.list(directory)) {
            var files = children.filter(Files::isRegularFile).sorted().toList();
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
                    throw new NoChecks(
                            directory, "the name '" + name + "' has more than letters, digits, dots and dashes");
                }
                if (!Files.isExecutable(file)) {
                    throw new NoChecks(directory, "'" + name + "' is not executable");
                }
            }
            if (files.isEmpty()) {
                throw new NoChecks(directory, "it is empty");
            }
            return new GateChecks(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
