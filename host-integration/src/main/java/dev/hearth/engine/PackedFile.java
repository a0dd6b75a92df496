package dev.hearth.engine;

/**
 * A file to be put into a container; it belongs to root there.
 *
 * @param name relative to where it is unpacked, with {@code /} between directories, which are made
 * @param mode permission bits, such as {@code 0755}
 */
public record PackedFile(String name, int mode, String content) {}
