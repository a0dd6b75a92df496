/** Text for people: made harmless, compared, counted. */
@NullMarked
package dev.hearth.core.text;

import org.jspecify.annotations.NullMarked;
