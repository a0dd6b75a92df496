package dev.hearth.devcontainer;

import dev.hearth.pets.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mount as engines write it: {@code type=bind,source=…,target=…}.
 *
 * @param values by their names, of which engines have several for one
 */
record ProjectMount(Map<String, String> values) {
    private static final Map<String, String> SAME =
            Map.of("src", "source", "dst", "target", "destination", "target", "ro", "readonly");

    static ProjectMount parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            var name = (equals < 0 ? part : part.substring(0, equals)).strip();
            values.put(
                    SAME.getOrDefault(name, name),
                    equals < 0 ? "true" : part.substring(equals + 1).strip());
        }
        return new ProjectMount(values);
    }

    static ProjectMount of(Map<String, ?> members) {
        var values = new LinkedHashMap<String, String>();
        members.forEach((name, value) -> values.put(SAME.getOrDefault(name, name), String.valueOf(value)));
        return new ProjectMount(values);
    }

    /** {@return the volume that it is to a pet; none where pets have no such mounts} */
    Optional<Volume> volume() {
        var type = values.getOrDefault("type", "volume");
        var source = values.getOrDefault("source", "");
        if (!List.of("bind", "volume").contains(type) || source.isEmpty() || !values.containsKey("target")) {
            return Optional.empty();
        }
        var readOnly = List.of("true", "1").contains(values.getOrDefault("readonly", "")) ? ":ro" : "";
        return Optional.of(Volume.parse(source + ":" + values.get("target") + readOnly));
    }

    /** {@return whether it shows the pet more of the host than the project} */
    boolean reachesOutOf(Path project) {
        var source = values.getOrDefault("source", "");
        return source.startsWith("/") && !Path.of(source).normalize().startsWith(project);
    }

    /** {@return what it says and pets do not have} */
    List<String> unheeded() {
        var known = List.of("type", "source", "target", "readonly", "consistency");
        var names = new ArrayList<>(values.keySet());
        names.removeAll(known);
        return names;
    }

    String text() {
        return values.getOrDefault("source", "?") + " at " + values.getOrDefault("target", "?");
    }
}
