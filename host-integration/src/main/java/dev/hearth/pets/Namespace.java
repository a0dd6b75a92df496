package dev.hearth.pets;

import java.util.Locale;

/** What a pet shares with the host unless it is told not to. */
public enum Namespace {
    NET,
    IPC,
    PID,
    /** The host's name. */
    UTS,
    CGROUP,
    /** The host's devices. */
    DEVICES;

    /** {@return the word that {@code --unshare} takes} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
