package dev.hearth.os.packages;

/**
 * A file of a package.
 *
 * @param path as its package names it, without the slash in front
 * @param privileged whether it gives whoever runs it rights that they do not have: setuid, setgid, or a capability
 */
public record PackagedFile(String path, boolean privileged) {}
