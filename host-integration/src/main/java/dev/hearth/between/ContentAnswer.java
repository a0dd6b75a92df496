package dev.hearth.between;

import dev.hearth.os.packages.PackageContent;
import dev.hearth.os.packages.PackageListings;
import dev.hearth.packages.PackageManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the in-pet half says a package consists of.
 *
 * @param parts the package, and those of its source that it needs
 * @param problem why there is none, in one line
 */
record ContentAnswer(List<PackageContent> parts, String problem) {
    private static final String BEGIN = "part";
    private static final String UNKNOWN = "its package manager has nothing to say";

    ContentAnswer {
        parts = List.copyOf(parts);
    }

    /** {@return the format in which the pet is to print it} */
    static String format(PackageManager manager) {
        return manager == PackageManager.APT ? PackageListings.DEB : PackageListings.RPM;
    }

    static ContentAnswer of(List<String> lines) {
        var parts = new ArrayList<PackageContent>();
        var part = new ArrayList<String>();
        for (var line : lines) {
            if (line.equals(BEGIN)) {
                read(part).ifPresent(parts::add);
                part.clear();
            } else {
                part.add(line);
            }
        }
        read(part).ifPresent(parts::add);
        return new ContentAnswer(parts, problem(lines));
    }

    private static Optional<PackageContent> read(List<String> lines) {
        var listing = text(lines, "listing");
        return listing.isEmpty()
                ? PackageListings.deb(text(lines, "field"), text(lines, "member"), text(lines, "script"))
                : PackageListings.rpm(listing);
    }

    private static String text(List<String> lines, String word) {
        var text = new StringBuilder();
        lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .forEach(line ->
                        text.append(line, word.length() + 1, line.length()).append('\n'));
        return text.toString();
    }

    private static String problem(List<String> lines) {
        return text(lines, "said")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((_, last) -> last)
                .orElse(UNKNOWN);
    }
}
