/** Plain ostree hosts: what a sysroot's files say, and changing it through the {@code ostree} command. */
@NullMarked
package dev.hearth.os.ostree;

import org.jspecify.annotations.NullMarked;
