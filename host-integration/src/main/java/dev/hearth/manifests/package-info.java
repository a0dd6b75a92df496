/** Pets as a file declares them, and how what is there is brought to that. */
@NullMarked
package dev.hearth.manifests;

import org.jspecify.annotations.NullMarked;
