/** Adding to a deployment, while it runs, what the next one has more. */
@NullMarked
package dev.hearth.os.live;

import org.jspecify.annotations.NullMarked;
