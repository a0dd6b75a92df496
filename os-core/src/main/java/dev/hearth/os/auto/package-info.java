/** What happens to a base by itself: whether and when this machine takes an update without being told to. */
@NullMarked
package dev.hearth.os.auto;

import org.jspecify.annotations.NullMarked;
