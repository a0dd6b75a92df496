package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code apt-get --simulate} says that it would do.
 *
 * @param before what would go, or be there in another version
 * @param after what would come
 * @param removed what would go for good
 */
public record AptSimulation(
        List<InstalledPackage> before, List<InstalledPackage> after, List<InstalledPackage> removed) {
    // Inst NAME [OLD] (NEW SOURCE ... [ARCHITECTURE]) []
    private static final Pattern INSTALL = Pattern.compile(
            "Inst (?<name>[^ :]+)(:[^ ]+)? (\\[(?<old>[^]]+)] )?\\((?<new>[^ ]+) .*\\[(?<architecture>[^] ]+)]\\).*");
    private static final Pattern REMOVE = Pattern.compile("(Remv|Purg) (?<name>[^ :]+)(:(?<architecture>[^ ]+))? .*");

    /** {@return what would come, by a simulation that begins with nothing} */
    public static List<InstalledPackage> coming(String printed) {
        return parse(printed, new PackageSet(InstalledPackages.NONE, Map.of())).after();
    }

    /** Reads it; of what goes, the simulation names no architecture when it is the usual one. */
    static AptSimulation parse(String printed, PackageSet installed) {
        var before = new ArrayList<InstalledPackage>();
        var after = new ArrayList<InstalledPackage>();
        var removed = new ArrayList<InstalledPackage>();
        for (var line : printed.lines().toList()) {
            var install = INSTALL.matcher(line);
            if (install.matches()) {
                var name = install.group("name");
                var architecture = install.group("architecture");
                after.add(new InstalledPackage(name, install.group("new"), architecture));
                if (install.group("old") != null) {
                    before.add(new InstalledPackage(name, install.group("old"), architecture));
                }
            }
            var remove = REMOVE.matcher(line);
            if (remove.matches()) {
                var architecture = remove.group("architecture");
                installed.packages().stream()
                        .filter(each -> each.name().equals(remove.group("name")))
                        .filter(each ->
                                architecture == null || each.architecture().equals(architecture))
                        .findFirst()
                        .ifPresent(removed::add);
            }
        }
        before.addAll(removed);
        return new AptSimulation(List.copyOf(before), List.copyOf(after), List.copyOf(removed));
    }

    PackageDiff changes() {
        return PackageDiff.between(
                new InstalledPackages(VersionOrder.DPKG, before), new InstalledPackages(VersionOrder.DPKG, after));
    }
}
