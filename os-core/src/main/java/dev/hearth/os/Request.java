package dev.hearth.os;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change, and why.
 *
 * @param user who is behind it, also where root acts for somebody
 * @param command as it was typed, for people to read or repeat
 * @param reason in the user's own words; mostly absent
 */
public record Request(String user, String command, @Nullable String reason) {}
