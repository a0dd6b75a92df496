package dev.hearth.pets;

/**
 * An image that a pet is to be made from.
 *
 * @param reference how people and the pet's specification name it
 * @param petName what a pet of it is called unless it is given a name
 */
public record WantedImage(String reference, PetName petName) {}
