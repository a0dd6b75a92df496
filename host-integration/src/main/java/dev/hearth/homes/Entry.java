package dev.hearth.homes;

import java.time.Instant;

/**
 * What a home has at a path.
 *
 * @param mode permissions, without type
 * @param changed when anything about it changed last, on the host
 */
record Entry(EntryType type, int mode, long size, Instant modified, Instant changed) {}
