/** A prompt for hearth's commands, one after the other. */
@NullMarked
package dev.hearth.cli.shell;

import org.jspecify.annotations.NullMarked;
