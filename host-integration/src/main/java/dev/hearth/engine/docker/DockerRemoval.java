package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerId;
import dev.hearth.engine.VolumeInUse;
import dev.hearth.engine.http.HttpRequest;
import dev.hearth.engine.json.Json;
import java.util.List;

/**
 * Removes containers from Docker with the nameless volumes that were handed on to them.
 *
 * <p>Docker knows a nameless volume only by the request that made it; to the next container it has a name.
 */
final class DockerRemoval {
    /** Marks the mount of such a volume in the configuration of its container. */
    static final String HANDED_ON = "dev.hearth.handed-on";

    private final EngineApi api;

    DockerRemoval(EngineApi api) {
        this.api = api;
    }

    void remove(Task task, ContainerId id) {
        var handedOn = handedOn(api.get(task, api.docker("containers", id.value(), "json")));
        delete(task, api.docker("containers", id.value()).with("force", "1").with("v", "1"));
        handedOn.forEach(volume -> removeUnused(task, volume));
    }

    private void removeUnused(Task task, String volume) {
        try {
            delete(task, api.docker("volumes", volume));
        } catch (VolumeInUse _) {
            // It has been handed on once more.
        }
    }

    private void delete(Task task, Target target) {
        api.send(task, HttpRequest.of("DELETE", target.text()).withPatience(DockerEngine.SETTLING));
    }

    private static List<String> handedOn(Json container) {
        return container.at("HostConfig", "Mounts").items().stream()
                .filter(mount -> mount.at("VolumeOptions", "Labels").textMap().containsKey(HANDED_ON))
                .map(mount -> mount.at("Source").text())
                .toList();
    }
}
