/** The commands on pets. */
@NullMarked
package dev.hearth.cli.pets;

import org.jspecify.annotations.NullMarked;
