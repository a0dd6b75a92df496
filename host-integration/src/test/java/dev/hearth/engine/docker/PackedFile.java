package dev.hearth.engine.docker;

/**
 * A file of an image made for a test; it belongs to root there.
 *
 * @param name relative to the root, with {@code /} between directories, which come with it
 * @param mode permission bits, such as {@code 0755}
 */
record PackedFile(String name, int mode, String content) {}
