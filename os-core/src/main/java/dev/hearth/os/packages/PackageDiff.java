package dev.hearth.os.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between the packages of two trees; every list is sorted by name.
 *
 * <p>A package whose name is there once on both sides is the same package. One that is there several times is paired by
 * its architecture, and where that leaves several versions, as with kernels, each version is a package of its own.
 */
public record PackageDiff(
        List<InstalledPackage> added,
        List<InstalledPackage> removed,
        List<VersionChange> upgraded,
        List<VersionChange> downgraded) {
    public static final PackageDiff NONE = new PackageDiff(List.of(), List.of(), List.of(), List.of());

    public PackageDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        upgraded = List.copyOf(upgraded);
        downgraded = List.copyOf(downgraded);
    }

    /** {@return what has to happen to the packages of one tree for them to become those of the other} */
    public static PackageDiff between(InstalledPackages from, InstalledPackages to) {
        if (from.order() != to.order()) {
            // Another package manager: nothing there is a newer or an older one of what was here.
            return new PackageDiff(to.packages(), from.packages(), List.of(), List.of());
        }
        var comparison = new Comparison(from.order());
        var before = byName(from.packages());
        var after = byName(to.packages());
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            comparison.compareName(before.getOrDefault(name, List.of()), after.getOrDefault(name, List.of()));
        }
        return comparison.diff();
    }

    /** {@return the packages of a tree once all this has happened to it} */
    public InstalledPackages appliedTo(InstalledPackages before) {
        var packages = new ArrayList<>(before.packages());
        packages.removeAll(removed);
        changed().forEach(each -> packages.remove(each.from()));
        packages.addAll(added);
        changed().forEach(each -> packages.add(each.to()));
        return new InstalledPackages(before.order(), packages);
    }

    /** {@return whether both trees hold the same packages} */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && upgraded.isEmpty() && downgraded.isEmpty();
    }

    /** {@return what is there in another version, up or down} */
    public List<VersionChange> changed() {
        return Stream.concat(upgraded.stream(), downgraded.stream()).toList();
    }

    /** {@return the numbers in one line, such as {@code 10 upgraded, 1 downgraded, 1 removed, 1 added}; zeros left out} */
    public String summary() {
        var parts = new ArrayList<String>();
        count(parts, upgraded, "upgraded");
        count(parts, downgraded, "downgraded");
        count(parts, removed, "removed");
        count(parts, added, "added");
        return parts.isEmpty() ? "no package changed" : String.join(", ", parts);
    }

    private static void count(List<String> parts, List<?> packages, String what) {
        if (!packages.isEmpty()) {
            parts.add(packages.size() + " " + what);
        }
    }

    private static NavigableMap<String, List<InstalledPackage>> byName(List<InstalledPackage> packages) {
        return packages.stream()
                .collect(Collectors.groupingBy(InstalledPackage::name, TreeMap::new, Collectors.toList()));
    }

    private static final class Comparison {
        private final VersionOrder order;
        private final List<InstalledPackage> added = new ArrayList<>();
        private final List<InstalledPackage> removed = new ArrayList<>();
        private final List<VersionChange> upgraded = new ArrayList<>();
        private final List<VersionChange> downgraded = new ArrayList<>();

        Comparison(VersionOrder order) {
            this.order = order;
        }

        void compareName(List<InstalledPackage> before, List<InstalledPackage> after) {
            if (before.size() == 1 && after.size() == 1) {
                compareOne(before.getFirst(), after.getFirst());
                return;
            }
            var architectures = new TreeSet<String>();
            before.forEach(item -> architectures.add(item.architecture()));
            after.forEach(item -> architectures.add(item.architecture()));
            for (var architecture : architectures) {
                compareVersions(of(before, architecture), of(after, architecture));
            }
        }

        private void compareVersions(List<InstalledPackage> before, List<InstalledPackage> after) {
            if (before.size() == 1 && after.size() == 1) {
                compareOne(before.getFirst(), after.getFirst());
                return;
            }
            before.stream().filter(item -> !after.contains(item)).forEach(removed::add);
            after.stream().filter(item -> !before.contains(item)).forEach(added::add);
        }

        private void compareOne(InstalledPackage before, InstalledPackage after) {
            if (before.equals(after)) {
                return;
            }
            int way = order.compare(before.version(), after.version());
            if (way < 0) {
                upgraded.add(new VersionChange(before, after));
            } else if (way > 0) {
                downgraded.add(new VersionChange(before, after));
            } else {
                // Neither up nor down: another architecture, or the same version spelt otherwise.
                removed.add(before);
                added.add(after);
            }
        }

        private static List<InstalledPackage> of(List<InstalledPackage> packages, String architecture) {
            return packages.stream()
                    .filter(item -> item.architecture().equals(architecture))
                    .toList();
        }

        PackageDiff diff() {
            return new PackageDiff(added, removed, upgraded, downgraded);
        }
    }
}
