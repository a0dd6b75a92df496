package dev.hearth.pets;

/** What is done with generations of pets. */
public record PetGenerations(PetSnapshots snapshots, PetRollbacks rollbacks, PetPruning pruning, PetPast past) {}
