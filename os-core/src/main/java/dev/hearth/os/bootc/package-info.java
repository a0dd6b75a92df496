/** Hosts that bootc keeps, whose base is a container image: what it says of them, and changes put into its words. */
@NullMarked
package dev.hearth.os.bootc;

import org.jspecify.annotations.NullMarked;
