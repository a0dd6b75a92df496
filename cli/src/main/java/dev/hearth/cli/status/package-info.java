/** Both sides on one page: the base, its layers, the pets, and what waits. */
@NullMarked
package dev.hearth.cli.status;

import org.jspecify.annotations.NullMarked;
