/** The command that tells which pet has a program, as shells ask it that did not find one. */
@NullMarked
package dev.hearth.cli.provides;

import org.jspecify.annotations.NullMarked;
