package dev.hearth.setup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of what set-up changed, oldest first; each change is listed before it is made. */
final class Journal {
    private static final Schema SCHEMA = new Schema(1, "0.1.0");

    private final Path directory;
    private final Path file;
    private final long owner;
    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Step.class, Named.class)
            // Paths as people write them; Jackson's own form is a URI.
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .build();

    Journal(Path directory, long owner) {
        this.directory = directory;
        this.file = directory.resolve("setup.json");
        this.owner = owner;
    }

    List<Step> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var json = mapper.readTree(Files.readString(file));
            SCHEMA.check(
                    "'" + file + "'",
                    json.path("schema").asInt(),
                    json.path("needs").textValue());
            var content = mapper.treeToValue(json, Content.class);
            if (content == null) {
                throw new JournalDamaged(file);
            }
            return content.steps();
        } catch (JsonProcessingException e) {
            throw new JournalDamaged(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a step; one that an interrupted run listed already is not listed again. */
    void add(Step step) {
        var steps = new ArrayList<>(read());
        if (!steps.contains(step)) {
            steps.add(step);
            write(steps);
        }
    }

    void remove(Step step) {
        var steps = new ArrayList<>(read());
        steps.remove(step);
        write(steps);
    }

    private void write(List<Step> steps) {
        try {
            PrivateFiles.directory(directory, owner);
            if (steps.isEmpty()) {
                Files.deleteIfExists(file);
                deleteDirectoryIfEmpty();
                return;
            }
            PrivateFiles.write(
                    file,
                    mapper.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(new Content(SCHEMA.number(), SCHEMA.since(), steps))
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory of root's list tells other users that there is something to undo. */
    private void deleteDirectoryIfEmpty() throws IOException {
        try {
            Files.delete(directory);
        } catch (DirectoryNotEmptyException e) {
            // An ordinary user's list lies among other state.
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(int schema, @Nullable String needs, List<Step> steps) {
        Content {
            steps = List.copyOf(steps);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.InstallPackages.class, name = "install-packages"),
        @JsonSubTypes.Type(value = Step.WriteFile.class, name = "write-file"),
        @JsonSubTypes.Type(value = Step.AddLine.class, name = "add-line"),
        @JsonSubTypes.Type(value = Step.MakeDirectory.class, name = "make-directory"),
        @JsonSubTypes.Type(value = Step.StartUnit.class, name = "start-unit"),
        @JsonSubTypes.Type(value = Step.StartDaemon.class, name = "start-daemon"),
        @JsonSubTypes.Type(value = Step.AddSubordinateIds.class, name = "add-subordinate-ids"),
        @JsonSubTypes.Type(value = Step.EnableLinger.class, name = "enable-linger"),
        @JsonSubTypes.Type(value = Step.JoinDockerGroup.class, name = "join-docker-group"),
    })
    private interface Named {}
}
