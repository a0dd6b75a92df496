/** The commands that tell terminals and editors where pets are. */
@NullMarked
package dev.hearth.cli.ide;

import org.jspecify.annotations.NullMarked;
