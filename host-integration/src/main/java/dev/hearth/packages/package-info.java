/** Package managers of pets: what hearth has them do, and what they answer. */
@NullMarked
package dev.hearth.packages;

import org.jspecify.annotations.NullMarked;
