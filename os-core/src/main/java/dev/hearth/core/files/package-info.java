/** Files written whole or not at all, with the modes that were asked for. */
@NullMarked
package dev.hearth.core.files;

import org.jspecify.annotations.NullMarked;
