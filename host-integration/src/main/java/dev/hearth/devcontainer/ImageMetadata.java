package dev.hearth.devcontainer;

import dev.hearth.engine.json.Json;
import dev.hearth.images.LocalImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an image brings along for the containers that are made of it, by its label: as if it stood in the project's file,
 * before what that says. It is read tolerantly, as nobody here can mend an image.
 *
 * @param isKnown whether the image is here
 * @param entries of those that added to the image, in order; the project's variables are filled in
 */
record ImageMetadata(boolean isKnown, List<Map<String, @Nullable Object>> entries) {
    static final String LABEL = "devcontainer.metadata";

    /** That of an image which is not here yet. */
    static final ImageMetadata UNKNOWN = new ImageMetadata(false, List.of());

    /**
     * {@return what an image says}
     *
     * @param byTool whether the tool of development containers built it, which adds the project's own file to it
     */
    static ImageMetadata of(LocalImage image, boolean byTool, Substitution substitution) {
        var entries = new ArrayList<Map<String, @Nullable Object>>();
        var label = Json.parse(image.labels().getOrDefault(LABEL, ""));
        var items = label.value() instanceof Map<?, ?> ? List.of(label) : label.items();
        for (var item : items) {
            if (item.value() instanceof Map<?, ?> members) {
                entries.add(members(members, substitution));
            }
        }
        if (byTool && !entries.isEmpty() && !entries.getLast().containsKey("id")) {
            entries.removeLast();
        }
        return new ImageMetadata(true, entries);
    }

    /** {@return what is run at a stage, one after the other} */
    Stream<StageCommand> commands(Stage stage) {
        return values(stage.key()).map(value -> new StageCommand(stage, value));
    }

    List<ProjectMount> mounts() {
        return values("mounts")
                .flatMap(value -> new Json(value).items().stream())
                .map(item -> item.value() instanceof Map<?, ?>
                        ? ProjectMount.of(item.textMap())
                        : ProjectMount.parse(item.text()))
                .toList();
    }

    /** {@return the variables of everything in the container} */
    Map<String, String> containerEnvironment() {
        var variables = new LinkedHashMap<String, String>();
        values("containerEnv").map(value -> new Json(value).textMap()).forEach(variables::putAll);
        return variables;
    }

    /** {@return those that refer to the former; absent values unset one} */
    Map<String, @Nullable String> remoteEnvironment() {
        var variables = new LinkedHashMap<String, @Nullable String>();
        values("remoteEnv").forEach(value -> {
            if (value instanceof Map<?, ?> members) {
                members.forEach((name, text) ->
                        variables.put(String.valueOf(name), text instanceof String known ? known : null));
            }
        });
        return variables;
    }

    /** {@return whether it asks for rights that pets with the home have anyway} */
    boolean contained() {
        return Devcontainer.RIGHTS.stream().flatMap(this::values).findAny().isPresent();
    }

    /** {@return what editors are told, by each that added to the image} */
    List<Map<String, @Nullable Object>> editors() {
        return entries.stream()
                .map(entry -> {
                    var told = new LinkedHashMap<>(entry);
                    told.keySet().retainAll(Devcontainer.FOR_EDITORS);
                    return told;
                })
                .filter(told -> !told.isEmpty())
                .<Map<String, @Nullable Object>>map(told -> told)
                .toList();
    }

    /** {@return what it asks for and no pet has, a sentence each} */
    List<String> unheeded() {
        return values("entrypoint")
                .map("'entrypoint' of the image: %s is not run, as a pet's first process is hearth's"::formatted)
                .toList();
    }

    private Stream<Object> values(String key) {
        return entries.stream()
                .map(entry -> entry.get(key))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> entry, Substitution substitution) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        entry.forEach((key, value) -> members.put(
                String.valueOf(key), value == null ? null : PlainValues.changed(value, substitution::local)));
        return members;
    }
}
