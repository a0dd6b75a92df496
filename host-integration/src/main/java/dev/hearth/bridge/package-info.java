/** How a program inside a pet runs something on the host. */
@NullMarked
package dev.hearth.bridge;

import org.jspecify.annotations.NullMarked;
