package dev.hearth.os.live;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The next deployment is not what runs with something added. */
public final class ReplacesWhatRuns extends Failure.Conflict {
    private static final int NAMED = 5;

    private ReplacesWhatRuns(String what) {
        super(
                "What runs would be replaced: " + what,
                "Reboot for it; `systemctl reboot` boots the next deployment, which has all of it.");
    }

    static ReplacesWhatRuns packages(PackageDiff difference) {
        return new ReplacesWhatRuns(named(Stream.concat(
                        difference.changed().stream().map(VersionChange::toString),
                        difference.removed().stream()
                                .map(InstalledPackage::name)
                                .map(name -> name + " goes"))
                .toList()));
    }

    static ReplacesWhatRuns files(List<Path> files) {
        return new ReplacesWhatRuns(named(files.stream().map(file -> "/" + file).toList()));
    }

    private static String named(List<String> all) {
        var more = all.size() > NAMED ? " and %d more".formatted(all.size() - NAMED) : "";
        return all.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
    }
}
