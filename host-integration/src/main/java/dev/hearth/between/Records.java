package dev.hearth.between;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files in a directory, one for each thing that is known, in JSON.
 *
 * @param schema the form of them all
 */
record Records<T>(PrivateDirectory directory, Class<T> type, Schema schema) {
    private static final String ENDING = ".json";

    /** {@return what a file says; nothing of one that is not there, or damaged} */
    Optional<T> read(String name) {
        return read(directory.file(name + ENDING));
    }

    /** {@return what all of them say} */
    List<T> all() {
        if (!Files.isDirectory(directory.path())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.path())) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(String name, T content) {
        try {
            var text = new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(content);
            PrivateFiles.write(directory.prepared().resolve(name + ENDING), text + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(directory.file(name + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<T> read(Path file) {
        try {
            var json = new JsonMapper().readTree(Files.readString(file));
            schema.check(
                    "'" + file + "'",
                    json.path("schema").asInt(),
                    json.path("needs").textValue());
            return Optional.ofNullable(new JsonMapper().treeToValue(json, type));
        } catch (NoSuchFileException | JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
