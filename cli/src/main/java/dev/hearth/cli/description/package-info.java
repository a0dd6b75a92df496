/** What commands' annotations say, as data that the build makes of them: to read annotations takes Java longer. */
@NullMarked
package dev.hearth.cli.description;

import org.jspecify.annotations.NullMarked;
