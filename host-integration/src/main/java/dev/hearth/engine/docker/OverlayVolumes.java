package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.Mount;
import dev.hearth.engine.VolumeInUse;
import dev.hearth.engine.http.HttpRequest;
import dev.hearth.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The volumes of overlays: one that the engine mounts over the directory, one for what is written, and one that the
 * kernel needs beside it.
 *
 * <p>Containers see the last two as well, read-only: engines prune volumes that no container has.
 */
final class OverlayVolumes {
    private static final ContainerPath KEPT = ContainerPath.of("/run/hearth-home");

    /** Names stand for files, and directories that are renamed are copied: what was written can be read without both. */
    private static final String PLAIN = "redirect_dir=off,metacopy=off,index=off";

    private final EngineApi api;
    private final Supplier<EngineFacts> facts;

    OverlayVolumes(EngineApi api, Supplier<EngineFacts> facts) {
        this.api = api;
        this.facts = facts;
    }

    /** {@return the volumes that stand for an overlay in a container, by where it sees them} */
    static List<Mount.Volume> mounts(Mount.Overlay overlay) {
        return List.of(
                new Mount.Volume(overlay.volume(), overlay.target(), false),
                new Mount.Volume(overlay.written(), KEPT.resolve("written"), true),
                new Mount.Volume(overlay.work(), KEPT.resolve("work"), true));
    }

    /** Makes those that the mounts need and that are missing. */
    void make(Task task, List<Mount> mounts) {
        for (var mount : mounts) {
            if (mount instanceof Mount.Overlay overlay) {
                var written = volume(task, overlay.written(), Map.of());
                var work = volume(task, overlay.work(), Map.of());
                var options = new LinkedHashMap<String, Object>();
                options.put("type", "overlay");
                options.put("device", "overlay");
                options.put(
                        "o",
                        "lowerdir=%s,upperdir=%s,workdir=%s,%s".formatted(overlay.below(), written, work, inside()));
                var _ = volume(task, overlay.volume(), options);
            }
        }
    }

    /** {@return the names of those that a container has, as its inspection says} */
    List<String> of(Json container) {
        return container.at("Mounts").items().stream()
                .map(mount -> mount.at("Name").text())
                .filter(name -> name.startsWith(Mount.Overlay.PREFIX))
                .toList();
    }

    /** Removes those that no container has. */
    void removeUnused(Task task, List<String> volumes) {
        for (var volume : volumes) {
            try {
                api.send(
                        task,
                        HttpRequest.of("DELETE", api.docker("volumes", volume).text()));
            } catch (VolumeInUse _) {
                // Another container has it.
            } catch (EngineRefused e) {
                requireGone(e);
            }
        }
    }

    private static void requireGone(EngineRefused refusal) {
        if (!refusal.reason().contains("no such volume")) {
            throw refusal;
        }
    }

    private String volume(Task task, String name, Map<String, Object> options) {
        var body = Map.of("Name", name, "Driver", "local", "DriverOpts", options);
        return api.post(task, api.docker("volumes", "create"), body)
                .at("Mountpoint")
                .text();
    }

    /** In a user namespace the kernel keeps its notes in other attributes, and takes the plain form by itself. */
    private String inside() {
        return api.kind() == EngineKind.PODMAN && facts.get().rootless() ? "userxattr" : PLAIN;
    }
}
