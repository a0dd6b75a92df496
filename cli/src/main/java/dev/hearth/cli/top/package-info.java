/** Pets and the base on one live screen. */
@NullMarked
package dev.hearth.cli.top;

import org.jspecify.annotations.NullMarked;
