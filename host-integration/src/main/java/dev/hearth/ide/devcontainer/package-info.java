/** Pets as projects declare development containers, for whoever has no hearth. */
@NullMarked
package dev.hearth.ide.devcontainer;

import org.jspecify.annotations.NullMarked;
