/** Running other programs, without a shell. */
@NullMarked
package dev.hearth.core.process;

import org.jspecify.annotations.NullMarked;
