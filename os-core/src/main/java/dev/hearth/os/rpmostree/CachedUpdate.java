package dev.hearth.os.rpmostree;

import dev.hearth.os.Advisory;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEngine.Preview;
import dev.hearth.os.Update;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import dev.hearth.os.program.Report;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rpm-ostree's daemon remembers of its last check. */
final class CachedUpdate {
    /** What rpm-ostree counts as closing a hole. */
    private static final int SECURITY = 1;

    private CachedUpdate() {}

    /** {@return the update; none when there is none or it is deployed already} */
    static @Nullable Update update(Report report, List<Deployment> deployments) {
        if (report.isAbsent() || isDeployed(report.text("deployment"), deployments)) {
            return null;
        }
        var checksum = report.text("checksum");
        return new Update(
                DeploymentReport.source(report),
                DeploymentReport.commit(report, "", checksum == null ? "" : checksum),
                DeploymentReport.signing(report),
                preview(report));
    }

    private static boolean isDeployed(@Nullable String id, List<Deployment> deployments) {
        return deployments.stream()
                .anyMatch(deployment -> deployment.id().toString().equals(id));
    }

    private static @Nullable Preview preview(Report report) {
        var difference = report.at("rpm-diff");
        var advisories = report.at("advisories");
        return difference.isAbsent() && advisories.isAbsent()
                ? null
                : new Preview(
                        new PackageDiff(
                                packages(difference.at("added")),
                                packages(difference.at("removed")),
                                changes(difference.at("upgraded")),
                                changes(difference.at("downgraded"))),
                        advisories(advisories));
    }

    /** Each is: whether of the base or layered, name, version, architecture. */
    private static List<InstalledPackage> packages(Report report) {
        return sorted(
                report, part -> new InstalledPackage(part.word(1), part.word(2), part.word(3)), InstalledPackage::name);
    }

    /** Each is: whether of the base or layered, name, and version with architecture before and after. */
    private static List<VersionChange> changes(Report report) {
        return sorted(
                report,
                part -> new VersionChange(version(part, 2), version(part, 3)),
                change -> change.from().name());
    }

    private static InstalledPackage version(Report report, int index) {
        return new InstalledPackage(
                report.word(1), report.at(index).word(0), report.at(index).word(1));
    }

    private static <T> List<T> sorted(Report report, Function<Report, T> reader, Function<T, String> name) {
        return report.parts().stream()
                .map(reader)
                .sorted(Comparator.comparing(name))
                .toList();
    }

    /** {@return advisories, each told as: id, kind, severity, packages, and more by key} */
    static List<Advisory> advisories(Report report) {
        return report.parts().stream().map(CachedUpdate::advisory).toList();
    }

    private static Advisory advisory(Report report) {
        return new Advisory(
                report.word(0),
                report.at(1).number(0) == SECURITY,
                severity(report.at(2).number(0)),
                texts(report.at(3).parts()),
                texts(report.at(4).at("cve_references").parts().stream()
                        .map(reference -> reference.at(1))
                        .toList()));
    }

    private static List<String> texts(List<Report> reports) {
        return reports.stream().map(report -> String.valueOf(report.text())).toList();
    }

    private static Advisory.Severity severity(long number) {
        var known = Advisory.Severity.values();
        return number < 0 || number >= known.length ? Advisory.Severity.UNKNOWN : known[(int) number];
    }
}
