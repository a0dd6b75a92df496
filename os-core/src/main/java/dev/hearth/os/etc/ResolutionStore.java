package dev.hearth.os.etc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.schema.NewerSchema;
import dev.hearth.core.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Keeps the decisions about conflicts, so that nobody is asked twice about the same. */
public final class ResolutionStore {
    private static final Schema SCHEMA = new Schema(1, "0.1.0");
    private static final String NAME = "etc-resolutions.json";

    private final PrivateDirectory directory;

    /** Keeps them in a directory that nobody else may enter: an edited text may hold a secret. */
    public ResolutionStore(PrivateDirectory directory) {
        this.directory = directory;
    }

    /**
     * {@return the decisions; none when there is no file}
     *
     * @throws ResolutionsDamaged when the file is there and no such list
     * @throws NewerSchema when it is a newer hearth's
     */
    public Resolutions read() {
        if (!Files.exists(directory.file(NAME), LinkOption.NOFOLLOW_LINKS)) {
            return Resolutions.NONE;
        }
        // What stands in it decides about files of root: it counts only where nobody else can write.
        var file = directory.prepared().resolve(NAME);
        try {
            var json = mapper().readTree(Files.readString(file));
            var schema = json.path("schema");
            SCHEMA.check("'" + file + "'", schema.asInt(), json.path("needs").textValue());
            if (schema.asInt() != SCHEMA.number()) {
                throw new ResolutionsDamaged(file);
            }
            var content = mapper().treeToValue(json, Content.class);
            var byPath = new TreeMap<Path, Resolutions.Resolved>();
            content.resolutions()
                    .forEach(item -> byPath.put(
                            Path.of(item.path()), new Resolutions.Resolved(item.versions(), item.resolution())));
            return new Resolutions(byPath);
        } catch (JsonProcessingException e) {
            throw new ResolutionsDamaged(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the decisions in one step. */
    public void write(Resolutions resolutions) {
        var items = resolutions.byPath().entrySet().stream()
                .map(entry -> new Item(
                        entry.getKey().toString(),
                        entry.getValue().versions(),
                        entry.getValue().resolution()))
                .toList();
        try {
            var mapper = mapper();
            var json = mapper.createObjectNode().put("schema", SCHEMA.number()).put("needs", SCHEMA.since());
            json.set("resolutions", mapper.valueToTree(items));
            var text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json);
            PrivateFiles.write(directory.prepared().resolve(NAME), text + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .addMixIn(Resolution.class, Named.class)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(int schema, List<Item> resolutions) {
        Content {
            resolutions = List.copyOf(resolutions);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String path, Versions versions, Resolution resolution) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "choice")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Resolution.Keep.class, name = "keep"),
        @JsonSubTypes.Type(value = Resolution.Take.class, name = "take"),
        @JsonSubTypes.Type(value = Resolution.Edited.class, name = "edited"),
    })
    private interface Named {}
}
