/** Generations: saved states of pets, each an image of the engine, and how states differ. */
@NullMarked
package dev.hearth.generations;

import org.jspecify.annotations.NullMarked;
