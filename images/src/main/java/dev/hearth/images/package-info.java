/** What a pet can be made from: references, catalogue, recipes and trust. */
@NullMarked
package dev.hearth.images;

import org.jspecify.annotations.NullMarked;
