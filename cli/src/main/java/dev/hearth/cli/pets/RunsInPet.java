package dev.hearth.cli.pets;

/** A command whose exit status is that of a program in a pet, so that its own failures need a status of their own. */
public interface RunsInPet {}
