package dev.hearth.os.advice;

import java.util.regex.Pattern;

/** Writes a path in the one form that stands for those that distributions have for it. */
final class PlainPath {
    private static final Pattern MERGED = Pattern.compile("^(bin|sbin|lib|lib32|lib64|libx32)/");
    private static final Pattern DEFAULTS = Pattern.compile("^usr/etc/");
    private static final Pattern LIBRARIES =
            Pattern.compile("^usr/lib(?:32|64|x32)?/(?:[a-z0-9_]+-linux-gnu[a-z0-9_]*/)?");

    private PlainPath() {}

    /**
     * {@return the path with all programs and libraries below {@code usr}, libraries of every architecture in
     * {@code usr/lib}, and defaults in {@code etc}}
     */
    static String of(String path) {
        var merged = MERGED.matcher(path).replaceFirst("usr/$1/");
        var libraries = LIBRARIES.matcher(merged).replaceFirst("usr/lib/");
        return DEFAULTS.matcher(libraries).replaceFirst("etc/");
    }
}
