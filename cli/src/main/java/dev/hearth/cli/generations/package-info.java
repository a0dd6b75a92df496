/** The commands about generations of pets. */
@NullMarked
package dev.hearth.cli.generations;

import org.jspecify.annotations.NullMarked;
