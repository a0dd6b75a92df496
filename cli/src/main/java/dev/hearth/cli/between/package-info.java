/** The commands that move packages between the base and pets. */
@NullMarked
package dev.hearth.cli.between;

import org.jspecify.annotations.NullMarked;
