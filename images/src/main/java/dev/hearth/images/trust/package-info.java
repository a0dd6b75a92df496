/** Which images the host trusts, and which labels no image may bring along. */
@NullMarked
package dev.hearth.images.trust;

import org.jspecify.annotations.NullMarked;
