package dev.hearth.engine.docker;

import dev.hearth.engine.EngineKind;
import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says an image's configuration in the lines of a Containerfile, which is what engines take with an import.
 *
 * <p>Docker reads them as it reads a Containerfile, with variables and backslashes; Podman takes off the quotation marks
 * around a value and nothing else.
 */
final class ImageChanges {
    private ImageChanges() {}

    static List<String> of(EngineKind kind, ImageConfiguration configuration) {
        var changes = new ArrayList<String>();
        new TreeMap<>(configuration.labels())
                .forEach((name, value) -> changes.add("LABEL " + quoted(kind, name) + "=" + quoted(kind, value)));
        for (var variable : configuration.environment()) {
            int equals = variable.indexOf('=');
            changes.add("ENV " + variable.substring(0, equals) + "=" + quoted(kind, variable.substring(equals + 1)));
        }
        if (!configuration.command().isEmpty()) {
            changes.add("CMD " + Json.write(configuration.command()));
        }
        return changes;
    }

    /** {@return labels as a whole Containerfile has them, which both engines read alike} */
    static String labels(Map<String, String> labels) {
        var text = new StringBuilder();
        new TreeMap<>(labels)
                .forEach((name, value) -> text.append(' ')
                        .append(quoted(EngineKind.DOCKER, name))
                        .append('=')
                        .append(quoted(EngineKind.DOCKER, value)));
        return text.toString();
    }

    private static String quoted(EngineKind kind, String value) {
        var escaped = kind == EngineKind.PODMAN
                ? value
                : value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
        return '"' + escaped + '"';
    }
}
