/** The commands of those who make a base for others: {@code hearth os compose} to {@code hearth os withdraw}. */
@NullMarked
package dev.hearth.cli.provider;

import org.jspecify.annotations.NullMarked;
