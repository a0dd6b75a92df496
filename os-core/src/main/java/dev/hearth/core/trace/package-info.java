/** What hearth did and how long it took, for --verbose and for the log. */
@NullMarked
package dev.hearth.core.trace;

import org.jspecify.annotations.NullMarked;
