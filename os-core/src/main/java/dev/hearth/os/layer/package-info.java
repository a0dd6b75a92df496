/** Lays packages onto a base tree, with the tree's own package manager in a sandbox. */
@NullMarked
package dev.hearth.os.layer;

import org.jspecify.annotations.NullMarked;
