/** The whole terminal, drawn on and read key by key. */
@NullMarked
package dev.hearth.cli.screen;

import org.jspecify.annotations.NullMarked;
