/** From a fresh machine to a working engine, and back. */
@NullMarked
package dev.hearth.setup;

import org.jspecify.annotations.NullMarked;
