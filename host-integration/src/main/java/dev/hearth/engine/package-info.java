/** What hearth asks of a container engine, and how it finds one. */
@NullMarked
package dev.hearth.engine;

import org.jspecify.annotations.NullMarked;
