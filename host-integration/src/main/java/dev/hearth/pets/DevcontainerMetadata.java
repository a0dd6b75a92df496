package dev.hearth.pets;

import dev.hearth.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The label by which development container tools learn how to enter a container. */
final class DevcontainerMetadata {
    private DevcontainerMetadata() {}

    static String json(String user, String home) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("remoteUser", user);
        entry.put("userEnvProbe", "loginInteractiveShell");
        entry.put("remoteEnv", Map.of("HOME", home));
        return Json.write(List.of(entry));
    }
}
