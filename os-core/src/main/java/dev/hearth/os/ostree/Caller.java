package dev.hearth.os.ostree;

/**
 * Who is at work.
 *
 * @param uid of the effective user
 * @param name the process, for others who wait: {@code process 4711}
 */
public record Caller(long uid, String name) {}
