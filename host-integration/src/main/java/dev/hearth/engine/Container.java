package dev.hearth.engine;

import dev.hearth.engine.ContainerRequest.PublishedPort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container as its engine has it.
 *
 * @param imageId the content id of its image
 * @param image the name of its image when the container was made
 * @param started when it was last started; absent when never, and in listings
 * @param pid of its first process on the host; 0 when it does not run or the listing does not say
 * @param exitStatus of its first process when it has stopped, else 0
 * @param ports on which the host answers for it; none when it does not run, and in listings
 * @param volumes of the engine that it sees; none in listings
 */
public record Container(
        ContainerId id,
        String name,
        String imageId,
        String image,
        ContainerState state,
        Map<String, String> labels,
        Instant created,
        @Nullable Instant started,
        long pid,
        int exitStatus,
        List<PublishedPort> ports,
        List<Mount.Volume> volumes) {
    public Container {
        labels = Map.copyOf(labels);
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
    }

    /** {@return whether it runs and is not paused} */
    public boolean isRunning() {
        return state == ContainerState.RUNNING;
    }
}
