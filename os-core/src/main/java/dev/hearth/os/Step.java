package dev.hearth.os;

/**
 * A part of what a change takes, for people to read before it is done.
 *
 * @param text a sentence without its period, imperative: {@code Download 3 packages (1.2 MB)}
 */
public record Step(String text) {}
