/** Boots a commit in a machine that is thrown away, has checks look at it there, and signs what they found. */
@NullMarked
package dev.hearth.os.gate;

import org.jspecify.annotations.NullMarked;
