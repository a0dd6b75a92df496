package dev.hearth.cli.output;

import java.util.List;
import java.util.Locale;

/** Writes numbers of bytes for people. */
public final class Sizes {
    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

    private Sizes() {}

    /** {@return the number with a decimal unit, such as {@code 137.6 MB}} */
    public static String text(long bytes) {
        double value = bytes;
        var unit = "B";
        for (var larger : UNITS) {
            // 999.95 would be rounded to 1000.0 of the smaller unit.
            if (value < 999.95) {
                break;
            }
            value /= 1000;
            unit = larger;
        }
        return unit.equals("B") ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}
