package dev.hearth.projects;

import java.nio.file.Path;
import java.time.Instant;

/**
 * That the user allowed a file with one content, and no other.
 *
 * @param digest of the content
 * @param when it was allowed
 */
public record Allowance(Path path, String digest, Instant when) {}
