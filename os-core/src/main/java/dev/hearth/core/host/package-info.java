/** Facts about this host and its user, read once. */
@NullMarked
package dev.hearth.core.host;

import org.jspecify.annotations.NullMarked;
