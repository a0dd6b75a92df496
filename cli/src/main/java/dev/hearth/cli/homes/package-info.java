/** Commands about homes that pets read through. */
@NullMarked
package dev.hearth.cli.homes;

import org.jspecify.annotations.NullMarked;
