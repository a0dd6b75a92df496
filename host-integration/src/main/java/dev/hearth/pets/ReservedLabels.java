package dev.hearth.pets;

/** Labels in which hearth keeps notes about a pet; no user can give one. */
public final class ReservedLabels {
    private static final String PREFIX = "dev.hearth.";

    private ReservedLabels() {}

    /** {@return whether a label is hearth's own} */
    public static boolean contain(String label) {
        return label.startsWith(PREFIX);
    }
}
