/** The distributions that a pet can be made of, and which of them a request means. */
@NullMarked
package dev.hearth.images.catalogue;

import org.jspecify.annotations.NullMarked;
