/** What of a difference between two deployments matters to what runs. */
@NullMarked
package dev.hearth.os.effect;

import org.jspecify.annotations.NullMarked;
