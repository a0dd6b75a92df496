/** YAML with the line and column of every value. */
@NullMarked
package dev.hearth.core.yaml;

import org.jspecify.annotations.NullMarked;
