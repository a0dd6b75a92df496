package dev.hearth.pets;

import dev.hearth.generations.Generation;

/**
 * A generation of a pet that comes from elsewhere, with its content.
 *
 * @param spec what the pet was
 * @param layers how many of the image's layers are its content, from the lowest on
 */
public record ArchivedGeneration(Generation generation, PetSpec spec, int layers) {}
