package dev.hearth.config;

import org.jspecify.annotations.Nullable;

/**
 * One effective value.
 *
 * @param key as files write it
 */
public record Setting<T extends @Nullable Object>(String key, T value, Origin origin) {}
