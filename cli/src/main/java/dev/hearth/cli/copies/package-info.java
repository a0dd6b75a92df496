/** The commands that copy pets, and carry them from one place to another. */
@NullMarked
package dev.hearth.cli.copies;

import org.jspecify.annotations.NullMarked;
