/** Two file trees compared. */
@NullMarked
package dev.hearth.os.tree;

import org.jspecify.annotations.NullMarked;
