/** One hearth at a time on one thing. */
@NullMarked
package dev.hearth.core.lock;

import org.jspecify.annotations.NullMarked;
