/** Choosing a pet at the terminal. */
@NullMarked
package dev.hearth.cli.picker;

import org.jspecify.annotations.NullMarked;
