/** Flatpaks of the host: what is newer of them, and how they get there and back. */
@NullMarked
package dev.hearth.flatpaks;

import org.jspecify.annotations.NullMarked;
