package dev.hearth.images;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a machine must be to run an image's programs; each has one spelling, as engines and registries have it.
 *
 * @param architecture in Go's words, such as {@code amd64}
 * @param variant such as {@code v7} of {@code arm}; empty where the architecture has but one
 */
public record Platform(String os, String architecture, String variant) {
    private static final Pattern TEXT = Pattern.compile("([a-z0-9]+)/([a-z0-9_]+)(?:/([a-z0-9]+))?");

    private static final Map<String, String> ARCHITECTURES = Map.of(
            "x86_64", "amd64",
            "x86", "386",
            "i386", "386",
            "i686", "386",
            "aarch64", "arm64",
            "armhf", "arm",
            "armel", "arm/v6",
            "ppc64el", "ppc64le");

    /** What is meant where no variant is named, as registries understand it. */
    private static final Map<String, String> USUAL_VARIANTS = Map.of("amd64", "v1", "arm64", "v8", "arm", "v7");

    public Platform {
        var known = ARCHITECTURES.getOrDefault(architecture, architecture);
        int slash = known.indexOf('/');
        if (slash >= 0) {
            variant = variant.isEmpty() ? known.substring(slash + 1) : variant;
            known = known.substring(0, slash);
        }
        architecture = known;
        variant = variant.matches("[0-9]") ? "v" + variant : variant;
        variant = variant.equals(USUAL_VARIANTS.get(architecture)) ? "" : variant;
    }

    /**
     * Reads {@code OS/ARCHITECTURE[/VARIANT]}, by whatever of its names the architecture is called.
     *
     * @throws InvalidPlatform when it is something else
     */
    public static Platform parse(String text) {
        var matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new InvalidPlatform(text);
        }
        return new Platform(matcher.group(1), matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3));
    }

    /** {@return the platform of a machine that runs Linux} */
    public static Platform linux(String architecture) {
        return new Platform("linux", architecture, "");
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
