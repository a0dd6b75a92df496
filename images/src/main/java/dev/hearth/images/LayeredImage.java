package dev.hearth.images;

import java.time.Instant;
import java.util.List;

/**
 * An image that an engine is to take as it is.
 *
 * @param names what it is to be called; other images that had these names lose them
 * @param architecture such as {@code amd64}
 * @param layers the lowest first
 */
public record LayeredImage(
        List<ImageReference> names,
        ImageConfiguration configuration,
        String architecture,
        Instant created,
        List<ImageLayer> layers) {
    public LayeredImage {
        names = List.copyOf(names);
        layers = List.copyOf(layers);
    }
}
