/** Whether a boot went well: the machine's own checks, and the way back from a version that fails them. */
@NullMarked
package dev.hearth.os.health;

import org.jspecify.annotations.NullMarked;
