/** Hosts that rpm-ostree keeps: what it says of them, and changes put into its words. */
@NullMarked
package dev.hearth.os.rpmostree;

import org.jspecify.annotations.NullMarked;
