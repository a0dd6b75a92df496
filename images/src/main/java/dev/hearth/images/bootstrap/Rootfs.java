package dev.hearth.images.bootstrap;

import java.nio.file.Path;

/**
 * A root file system as an archive.
 *
 * @param tar with numeric owners
 * @param packages the digest of the list of what is installed in it
 */
public record Rootfs(Path tar, String packages) {}
