/** Pets whose root is the machine's own base: an image is made of a deployment, with what is ostree's own undone. */
@NullMarked
package dev.hearth.frombase;

import org.jspecify.annotations.NullMarked;
