/** What can go wrong, in seven kinds. */
@NullMarked
package dev.hearth.core.failure;

import org.jspecify.annotations.NullMarked;
