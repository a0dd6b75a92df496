/** Pets: their specification, life and use. */
@NullMarked
package dev.hearth.pets;

import org.jspecify.annotations.NullMarked;
