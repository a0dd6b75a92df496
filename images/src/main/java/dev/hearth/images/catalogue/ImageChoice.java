package dev.hearth.images.catalogue;

import dev.hearth.images.ImageReference;
import java.util.Optional;

/**
 * A release of a distribution, and the images it can come as.
 *
 * @param release in the distribution's own way of writing it
 * @param registryReference the maintained image in a registry
 * @param localReference what hearth calls the image it makes itself, such as {@code localhost/hearth/debian:12}
 */
public record ImageChoice(
        Distribution distribution, String release, ImageReference registryReference, ImageReference localReference) {

    /** {@return what hearth makes the image from itself; empty where it cannot} */
    public Optional<String> recipe() {
        return Optional.ofNullable(distribution.recipe());
    }

    /** {@return what a pet of this choice is called unless it is given a name, such as {@code debian-12}} */
    public String defaultPetName() {
        return localReference.defaultPetName();
    }

    @Override
    public String toString() {
        return distribution.id() + " " + release;
    }
}
