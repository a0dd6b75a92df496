/** What is looked at in a new deployment before it may boot. */
@NullMarked
package dev.hearth.os.preflight;

import org.jspecify.annotations.NullMarked;
