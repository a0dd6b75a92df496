/** Plans by which the launcher enters pets that run without Java. */
@NullMarked
package dev.hearth.entry;

import org.jspecify.annotations.NullMarked;
