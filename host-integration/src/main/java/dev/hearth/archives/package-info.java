/** Archives of pets in the form that the Open Container Initiative gives images. */
@NullMarked
package dev.hearth.archives;

import org.jspecify.annotations.NullMarked;
