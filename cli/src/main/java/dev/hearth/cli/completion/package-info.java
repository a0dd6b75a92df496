/** Completion of command lines in shells. */
@NullMarked
package dev.hearth.cli.completion;

import org.jspecify.annotations.NullMarked;
