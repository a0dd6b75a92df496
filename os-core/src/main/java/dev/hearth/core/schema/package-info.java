/** In which form hearth keeps what outlives it, and what an older hearth says of a form that it does not know. */
@NullMarked
package dev.hearth.core.schema;

import org.jspecify.annotations.NullMarked;
