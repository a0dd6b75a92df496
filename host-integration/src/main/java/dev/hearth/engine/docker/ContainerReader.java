package dev.hearth.engine.docker;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest.PublishedPort;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.Mount;
import dev.hearth.engine.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads containers out of the engines' JSON. */
final class ContainerReader {
    private static final Pattern PUBLISHED = Pattern.compile("([0-9]{1,5}):([0-9]{1,5})/([a-z]+)");

    private ContainerReader() {}

    /** {@return one element of a listing} */
    static Container listed(Json json) {
        var names = json.at("Names").texts();
        return new Container(
                new ContainerId(json.at("Id").text()),
                names.isEmpty() ? "" : withoutSlash(names.getFirst()),
                json.at("ImageID").text(),
                json.at("Image").text(),
                state(json.at("State").text()),
                json.at("Labels").textMap(),
                Instant.ofEpochSecond(json.at("Created").number()),
                null,
                0,
                0,
                List.of(),
                List.of());
    }

    /** {@return a container from its inspection} */
    static Container inspected(Json json) {
        var state = json.at("State");
        return new Container(
                new ContainerId(json.at("Id").text()),
                withoutSlash(json.at("Name").text()),
                json.at("Image").text(),
                json.at("Config", "Image").text(),
                state(state.at("Status").text()),
                json.at("Config", "Labels").textMap(),
                // To the second, as listings have it: one container has one time.
                Instant.parse(json.at("Created").text()).truncatedTo(ChronoUnit.SECONDS),
                started(state.at("StartedAt").text()),
                state.at("Pid").number(),
                (int) state.at("ExitCode").number(),
                // Podman has them there from the beginning.
                state(state.at("Status").text()) == ContainerState.RUNNING
                        ? ports(json.at("NetworkSettings", "Ports"))
                        : List.of(),
                volumes(json.at("Mounts")));
    }

    private static List<Mount.Volume> volumes(Json mounts) {
        return mounts.items().stream()
                .filter(mount -> mount.at("Type").text().equals("volume"))
                .map(mount -> new Mount.Volume(
                        mount.at("Name").text(),
                        ContainerPath.of(mount.at("Destination").text()),
                        !mount.at("RW").isTrue()))
                .toList();
    }

    /** Reads {@code {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]}}; a port without the list is not published. */
    private static List<PublishedPort> ports(Json ports) {
        var result = new ArrayList<PublishedPort>();
        for (var port : ports.textMap().keySet()) {
            for (var binding : ports.at(port).items()) {
                var published = PUBLISHED.matcher(binding.at("HostPort").text() + ":" + port);
                if (published.matches()) {
                    result.add(new PublishedPort(
                            binding.at("HostIp").text(),
                            Integer.parseInt(published.group(1)),
                            Integer.parseInt(published.group(2)),
                            published.group(3)));
                }
            }
        }
        return result;
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static @Nullable Instant started(String text) {
        // Both engines write the year 1 for never.
        return text.isEmpty() || text.startsWith("0001-") ? null : Instant.parse(text);
    }

    private static ContainerState state(String word) {
        return switch (word) {
            case "running", "restarting", "stopping" -> ContainerState.RUNNING;
            case "paused" -> ContainerState.PAUSED;
            case "created", "configured", "initialized" -> ContainerState.CREATED;
            case "removing", "dead" -> ContainerState.REMOVING;
            default -> ContainerState.STOPPED;
        };
    }
}
