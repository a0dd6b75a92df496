/** JSON with comments, as editors keep their settings, changed in single places. */
@NullMarked
package dev.hearth.ide.jsonc;

import org.jspecify.annotations.NullMarked;
