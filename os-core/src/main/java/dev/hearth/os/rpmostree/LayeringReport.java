package dev.hearth.os.rpmostree;

import dev.hearth.os.Layering;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import dev.hearth.os.program.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What rpm-ostree says of the packages in which a deployment differs from its base. */
final class LayeringReport {
    private LayeringReport() {}

    static Layering layering(Report report) {
        var requested = report.words("requested-packages");
        var layered = report.words("packages");
        var local = Stream.of("requested-local-packages", "requested-local-fileoverride-packages")
                .flatMap(key -> report.words(key).stream())
                .toList();
        var removed = report.at("base-removals").parts().stream()
                .map(LayeringReport::basePackage)
                .toList();
        var replaced = replaced(report);
        return new Layering(
                requested, inactive(report, requested, layered, removed, replaced), layered, local, removed, replaced);
    }

    private static List<Layering.Inactive> inactive(
            Report report,
            List<String> requested,
            List<String> layered,
            List<InstalledPackage> removed,
            List<VersionChange> replaced) {
        var inactive = new ArrayList<Layering.Inactive>();
        missing(requested, layered, "the base has it by itself", inactive);
        missing(
                report.words("requested-base-removals"),
                removed.stream().map(InstalledPackage::name).toList(),
                "the base has no such package to hide",
                inactive);
        missing(
                report.words("requested-base-local-replacements"),
                replaced.stream()
                        .map(replacement -> replacement.to().toString())
                        .toList(),
                "the base has no such package to replace",
                inactive);
        report.at("requested-base-remote-replacements")
                .parts()
                .forEach(source -> missing(
                        source.at(1).parts().stream()
                                .map(part -> String.valueOf(part.text()))
                                .toList(),
                        replaced.stream()
                                .map(replacement -> replacement.to().name())
                                .toList(),
                        "nothing to replace came from " + source.word(0),
                        inactive));
        return inactive;
    }

    private static void missing(
            List<String> asked, Collection<String> there, String reason, List<Layering.Inactive> inactive) {
        asked.stream()
                .filter(request -> !there.contains(request))
                .map(request -> new Layering.Inactive(request, reason))
                .forEach(inactive::add);
    }

    private static List<VersionChange> replaced(Report report) {
        return Stream.concat(
                        report.at("base-local-replacements").parts().stream(),
                        report.at("base-remote-replacements").entries().values().stream()
                                .flatMap(source -> source.parts().stream()))
                // rpm-ostree names the new one first.
                .map(pair -> new VersionChange(basePackage(pair.at(1)), basePackage(pair.at(0))))
                .toList();
    }

    /** The package as one word, its name, epoch, version, release and architecture. */
    private static InstalledPackage basePackage(Report report) {
        return Nevra.orName(report.word(0));
    }
}
