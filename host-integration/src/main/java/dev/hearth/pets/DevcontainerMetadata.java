package dev.hearth.pets;

import dev.hearth.engine.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The label by which development container tools learn how to enter a container. */
final class DevcontainerMetadata {
    private DevcontainerMetadata() {}

    /**
     * {@return the label's value}
     *
     * @param project what the pet's project adds to it; empty where it adds nothing
     */
    static String json(String user, String home, String project) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("remoteUser", user);
        entry.put("userEnvProbe", "loginInteractiveShell");
        entry.put("remoteEnv", Map.of("HOME", home));
        var entries = new ArrayList<Object>(List.of(entry));
        if (Json.parse(project).value() instanceof List<?> more) {
            entries.addAll(more);
        }
        return Json.write(entries);
    }
}
