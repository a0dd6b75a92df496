package dev.hearth.os;

import java.util.List;

/**
 * A notice about packages that an update brings, from their maker.
 *
 * @param id for example {@code FEDORA-2026-0123456789}
 * @param isSecurity whether it closes a hole
 * @param packages name, version and architecture in one word each
 * @param references what it is about, such as {@code CVE-2026-12345}
 */
public record Advisory(
        String id, boolean isSecurity, Severity severity, List<String> packages, List<String> references) {
    public Advisory {
        packages = List.copyOf(packages);
        references = List.copyOf(references);
    }

    /** How much it matters; larger comes later. */
    public enum Severity {
        UNKNOWN,
        LOW,
        MODERATE,
        IMPORTANT,
        CRITICAL
    }
}
