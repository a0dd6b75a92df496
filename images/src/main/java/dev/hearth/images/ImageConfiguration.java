package dev.hearth.images;

import java.util.List;
import java.util.Map;

/**
 * What an image made from a root file system says about itself.
 *
 * @param environment each {@code NAME=VALUE}
 * @param command what a container of it runs unless told otherwise
 */
public record ImageConfiguration(Map<String, String> labels, List<String> environment, List<String> command) {
    public ImageConfiguration {
        labels = Map.copyOf(labels);
        environment = List.copyOf(environment);
        command = List.copyOf(command);
    }
}
