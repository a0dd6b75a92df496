package dev.hearth.os.tryout;

/**
 * Something of the machine that what was tried did not have.
 *
 * @param what a path, a mount point or a check
 * @param reason why
 */
public record LeftOut(String what, String reason) {}
