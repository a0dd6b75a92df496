package dev.hearth.os;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file tree, as its maker describes it.
 *
 * @param checksum of the commit, or of a container image's manifest; empty when the engine does not tell
 * @param version in the maker's own counting; many commits have none
 * @param time when it was made
 */
public record Commit(
        String checksum, @Nullable String version, @Nullable Instant time) {}
