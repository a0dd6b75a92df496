/** Pets in Emacs, by its own way to files elsewhere. */
@NullMarked
package dev.hearth.ide.emacs;

import org.jspecify.annotations.NullMarked;
