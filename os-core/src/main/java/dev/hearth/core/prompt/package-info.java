/** Questions to the user. */
@NullMarked
package dev.hearth.core.prompt;

import org.jspecify.annotations.NullMarked;
