/** What driving a base engine that is a program of its own takes, whichever program it is. */
@NullMarked
package dev.hearth.os.program;

import org.jspecify.annotations.NullMarked;
