/** Getting hold of images: those that are here, those in registries, those that hearth makes itself. */
@NullMarked
package dev.hearth.images.supply;

import org.jspecify.annotations.NullMarked;
