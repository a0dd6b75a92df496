/** Looks at all that pets need, and says what is broken. */
@NullMarked
package dev.hearth.doctor;

import org.jspecify.annotations.NullMarked;
