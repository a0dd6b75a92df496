package dev.hearth.images.trust;

import dev.hearth.images.LocalImage;

/**
 * The labels of pets, which containers inherit from their images unless the engine is told otherwise.
 *
 * <p>Images themselves are labelled with {@code dev.hearth-image.*}, which is not among them. Neither is what images of
 * development containers say of themselves: each pet has a label of its own for that.
 */
public final class ReservedLabels {
    private static final String PREFIX = "dev.hearth.";

    private ReservedLabels() {}

    /**
     * Refuses an image that carries one.
     *
     * @throws ForgedLabels naming the first
     */
    public static void refuse(LocalImage image) {
        image.labels().keySet().stream()
                .filter(label -> label.startsWith(PREFIX))
                .sorted()
                .findFirst()
                .ifPresent(label -> {
                    throw new ForgedLabels(image.displayName(), label);
                });
    }
}
