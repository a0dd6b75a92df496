package dev.hearth.os.rpmostree;

import dev.hearth.os.packages.InstalledPackage;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one word in which rpm names a package: {@code NAME-[EPOCH:]VERSION-RELEASE.ARCHITECTURE}. */
final class Nevra {
    private static final Pattern FORM = Pattern.compile("(.+)-([^-]+-[^-]+)\\.([^.-]+)");

    private Nevra() {}

    /** {@return the package that a word names; empty when it is no such word} */
    static Optional<InstalledPackage> parse(String word) {
        var matcher = FORM.matcher(word);
        return matcher.matches()
                ? Optional.of(new InstalledPackage(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** {@return the package that a word names, or one of that name and nothing else known} */
    static InstalledPackage orName(String word) {
        return parse(word).orElse(new InstalledPackage(word, "", ""));
    }
}
