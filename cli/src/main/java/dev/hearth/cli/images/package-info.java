/** The commands on images. */
@NullMarked
package dev.hearth.cli.images;

import org.jspecify.annotations.NullMarked;
