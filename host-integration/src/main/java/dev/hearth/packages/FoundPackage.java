package dev.hearth.packages;

/**
 * A package that a search found.
 *
 * @param version empty when the package manager does not tell
 * @param summary one line; empty when the package manager does not tell
 */
public record FoundPackage(String name, String version, String summary) {}
