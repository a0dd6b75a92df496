/** Bases in virtual machines that are made to look at them from inside, and thrown away. */
@NullMarked
package dev.hearth.os.machine;

import org.jspecify.annotations.NullMarked;
