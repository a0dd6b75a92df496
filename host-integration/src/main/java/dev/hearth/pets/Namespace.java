package dev.hearth.pets;

import java.util.Arrays;
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

    /**
     * Reads a word that {@code --unshare} takes.
     *
     * @throws InvalidNamespace when it is none
     */
    public static Namespace parse(String word) {
        return Arrays.stream(values())
                .filter(namespace -> namespace.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidNamespace(word));
    }
}
