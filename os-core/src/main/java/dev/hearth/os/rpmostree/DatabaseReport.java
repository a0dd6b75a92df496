package dev.hearth.os.rpmostree;

import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import dev.hearth.os.program.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What rpm-ostree says of packages. */
final class DatabaseReport {
    /** The kinds of difference, which rpm-ostree counts in this order. */
    private enum Kind {
        ADDED,
        REMOVED,
        UPGRADED,
        DOWNGRADED
    }

    private DatabaseReport() {}

    /**
     * Reads the answer of {@code rpm-ostree db diff --format=json}.
     *
     * @throws dev.hearth.os.program.MalformedReport when it is none
     */
    static PackageDiff difference(String json) {
        var added = new ArrayList<InstalledPackage>();
        var removed = new ArrayList<InstalledPackage>();
        var upgraded = new ArrayList<VersionChange>();
        var downgraded = new ArrayList<VersionChange>();
        for (var entry : Report.parse("rpm-ostree db diff --format=json", json)
                .at("pkgdiff")
                .parts()) {
            var before = entry.at(2).at("PreviousPackage");
            var after = entry.at(2).at("NewPackage");
            switch (kind(entry.at(1).number(-1)).orElse(null)) {
                case ADDED -> added.add(installed(after));
                case REMOVED -> removed.add(installed(before));
                case UPGRADED -> upgraded.add(new VersionChange(installed(before), installed(after)));
                case DOWNGRADED -> downgraded.add(new VersionChange(installed(before), installed(after)));
                case null -> {
                    // A kind of difference that only a later rpm-ostree knows.
                }
            }
        }
        added.sort(Comparator.comparing(InstalledPackage::name));
        removed.sort(Comparator.comparing(InstalledPackage::name));
        upgraded.sort(Comparator.comparing(change -> change.from().name()));
        downgraded.sort(Comparator.comparing(change -> change.from().name()));
        return new PackageDiff(added, removed, upgraded, downgraded);
    }

    private static Optional<Kind> kind(long number) {
        return number < 0 || number >= Kind.values().length
                ? Optional.empty()
                : Optional.of(Kind.values()[(int) number]);
    }

    private static InstalledPackage installed(Report report) {
        return new InstalledPackage(report.word(0), report.word(1), report.word(2));
    }

    /** Reads the answer of {@code rpm-ostree db list}: a heading, and each package on an indented line. */
    static List<InstalledPackage> packages(String text) {
        return text.lines()
                .filter(line -> line.startsWith(" "))
                .map(line -> Nevra.orName(line.strip()))
                .toList();
    }

    /** Reads the answer of {@code rpm-ostree search}: headings, and lines with a name and what it is. */
    static List<FoundPackage> found(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("=====") && line.contains(" : "))
                .map(line -> new FoundPackage(
                        line.substring(0, line.indexOf(" : ")).strip(),
                        "",
                        line.substring(line.indexOf(" : ") + 3).strip()))
                .distinct()
                .toList();
    }
}
