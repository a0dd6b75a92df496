/** Pets as hosts of OpenSSH, for all that works on another machine by it. */
@NullMarked
package dev.hearth.ide.ssh;

import org.jspecify.annotations.NullMarked;
