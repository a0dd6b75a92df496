/** What hearth makes images from itself: a Containerfile, and packages from a mirror. */
@NullMarked
package dev.hearth.images.recipe;

import org.jspecify.annotations.NullMarked;
