/** The immutable base: its deployments, what can be done to them, and the port behind which the engines work. */
@NullMarked
package dev.hearth.os;

import org.jspecify.annotations.NullMarked;
