package dev.hearth.flatpaks;

import java.util.Locale;

/**
 * A Flatpak of which there is something newer.
 *
 * @param ref its name, architecture and branch
 * @param before the commit that is installed
 */
public record FlatpakUpdate(Installation installation, String ref, String before) {
    /** Whose it is. */
    public enum Installation {
        USER,
        SYSTEM;

        String option() {
            return "--" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return its name alone} */
    public String name() {
        return ref.replaceFirst("/.*", "");
    }
}
