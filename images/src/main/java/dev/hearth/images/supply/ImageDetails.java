package dev.hearth.images.supply;

import dev.hearth.images.LocalImage;
import dev.hearth.images.trust.Trust;

/** An image that is here, and how far it is trusted. */
public record ImageDetails(LocalImage image, Trust trust) {}
