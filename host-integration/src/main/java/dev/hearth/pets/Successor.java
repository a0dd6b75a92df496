package dev.hearth.pets;

import dev.hearth.images.LocalImage;

/**
 * What is to take the place of a pet's container.
 *
 * @param spec what the pet is to be
 * @param image what it is made from
 * @param content what the pet was when that was made of it
 */
record Successor(PetSpec spec, LocalImage image, PetSpec content) {}
