package dev.hearth.os.packages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what package managers' programs print of a package that is a file, wherever they ran. */
public final class PackageListings {
    /** The format by which {@code rpm --query} prints what {@link #rpm} reads. */
    public static final String RPM = RpmListing.FORMAT;

    /** The format by which {@code dpkg-deb --show} prints the fields that {@link #deb} reads. */
    public static final String DEB = """
            ${Package}
            ${Version}
            ${Architecture}
            ${source:Package}
            ${Pre-Depends},${Depends}
            """;

    /** A line as {@code tar} lists an archive: mode, owner, size, date, time, path. */
    private static final Pattern MEMBER =
            Pattern.compile("(?<mode>[-a-zA-Z]{10}) +\\S+ +\\d+(?:,\\d+)? +\\S+ +\\S+ \\./(?<path>.+?)(?: -> .*)?");

    private static final Pattern PRIVILEGED = Pattern.compile("-..[sS].*|-.....[sS].*");

    private static final int FIELDS = 5;

    private PackageListings() {}

    /** {@return the first package of rpm's listing; empty when it has none} */
    public static Optional<PackageContent> rpm(String listing) {
        return RpmListing.parse(listing);
    }

    /**
     * {@return the package; empty when these are no fields of one}
     *
     * @param members what {@code dpkg-deb --contents} prints
     * @param scripts all that is run when it is installed
     */
    public static Optional<PackageContent> deb(String fields, String members, String scripts) {
        var values = fields.split("\n", -1);
        return values.length < FIELDS
                ? Optional.empty()
                : Optional.of(new PackageContent(
                        new InstalledPackage(values[0], values[1], values[2]),
                        values[3],
                        DpkgStatus.needs(values[4]),
                        members(members),
                        scripts));
    }

    private static List<PackagedFile> members(String listing) {
        return listing.lines()
                .map(MEMBER::matcher)
                .filter(Matcher::matches)
                .map(member -> new PackagedFile(
                        member.group("path").replaceFirst("/$", ""),
                        PRIVILEGED.matcher(member.group("mode")).matches()))
                .toList();
    }
}
