package dev.hearth.os.tryout;

/**
 * What a check found in the machine.
 *
 * @param name of its file, or {@code unit NAME}
 * @param required whether a boot in which it fails went wrong
 * @param seconds that it took
 * @param output the end of what it said, or why it failed
 */
public record TriedCheck(String name, boolean required, boolean passed, int seconds, String output) {}
