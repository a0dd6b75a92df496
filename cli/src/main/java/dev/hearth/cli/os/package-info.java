/** The commands on the base: {@code hearth os …}. */
@NullMarked
package dev.hearth.cli.os;

import org.jspecify.annotations.NullMarked;
