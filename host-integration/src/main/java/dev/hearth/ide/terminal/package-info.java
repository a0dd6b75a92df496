/** Pets as profiles, or commands, of terminals. */
@NullMarked
package dev.hearth.ide.terminal;

import org.jspecify.annotations.NullMarked;
