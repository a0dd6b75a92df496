/** Boots what waits for the next boot of this machine in a virtual one, to see first whether it works. */
@NullMarked
package dev.hearth.os.tryout;

import org.jspecify.annotations.NullMarked;
