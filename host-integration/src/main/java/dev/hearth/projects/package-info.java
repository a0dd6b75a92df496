/** Files that a directory brings along for hearth, and which of them the user allowed. */
@NullMarked
package dev.hearth.projects;

import org.jspecify.annotations.NullMarked;
