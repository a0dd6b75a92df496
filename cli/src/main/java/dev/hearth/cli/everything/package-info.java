/** Upgrades of the base, Flatpaks and pets at once. */
@NullMarked
package dev.hearth.cli.everything;

import org.jspecify.annotations.NullMarked;
