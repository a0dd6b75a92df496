/** The program: what it starts with, how it is wired, and how it ends. */
@NullMarked
package dev.hearth.cli;

import org.jspecify.annotations.NullMarked;
