/** The in-pet half, and how it gets there. */
@NullMarked
package dev.hearth.guest;

import org.jspecify.annotations.NullMarked;
