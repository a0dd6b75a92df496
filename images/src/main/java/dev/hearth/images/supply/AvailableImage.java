package dev.hearth.images.supply;

import dev.hearth.images.catalogue.ImageChoice;

/**
 * An image that can be had.
 *
 * @param isDefault whether it is what a pet is made from when nothing else is said
 * @param bootstraps whether hearth can make it without any registry
 * @param isHere whether it need not be fetched or made any more
 */
public record AvailableImage(ImageChoice choice, boolean isDefault, boolean bootstraps, boolean isHere) {}
