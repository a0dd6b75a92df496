/** Moves packages between the base and pets, each time as one step that can be gone on with, and undone. */
@NullMarked
package dev.hearth.between;

import org.jspecify.annotations.NullMarked;
