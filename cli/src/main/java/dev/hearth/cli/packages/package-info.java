/** Commands about the packages of pets. */
@NullMarked
package dev.hearth.cli.packages;

import org.jspecify.annotations.NullMarked;
