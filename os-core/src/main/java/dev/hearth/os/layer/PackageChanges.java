package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What differs between two sets of packages.
 *
 * @param added in the second only
 * @param removed in the first only
 * @param changed in both, in different versions
 */
public record PackageChanges(
        List<InstalledPackage> added, List<InstalledPackage> removed, List<VersionChange> changed) {
    private static final Comparator<InstalledPackage> IDENTITY =
            Comparator.comparing(InstalledPackage::name).thenComparing(InstalledPackage::architecture);

    static final PackageChanges NONE = new PackageChanges(List.of(), List.of(), List.of());

    public PackageChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    static PackageChanges between(Collection<InstalledPackage> before, Collection<InstalledPackage> after) {
        // Kernels and keys are there in several versions at a time: those are neither added to nor taken from a
        // version.
        var gone = versions(before, after);
        var come = versions(after, before);
        var changed = new ArrayList<VersionChange>();
        for (var name : List.copyOf(gone.keySet())) {
            var old = gone.getOrDefault(name, List.of());
            var young = come.getOrDefault(name, List.of());
            if (old.size() == 1 && young.size() == 1) {
                changed.add(new VersionChange(old.getFirst(), young.getFirst()));
                gone.remove(name);
                come.remove(name);
            }
        }
        return new PackageChanges(flat(come), flat(gone), changed);
    }

    private static TreeMap<InstalledPackage, List<InstalledPackage>> versions(
            Collection<InstalledPackage> packages, Collection<InstalledPackage> without) {
        var known = Set.copyOf(without);
        var versions = new TreeMap<InstalledPackage, List<InstalledPackage>>(IDENTITY);
        packages.stream()
                .filter(each -> !known.contains(each))
                .forEach(each ->
                        versions.computeIfAbsent(each, _ -> new ArrayList<>()).add(each));
        return versions;
    }

    private static List<InstalledPackage> flat(TreeMap<InstalledPackage, List<InstalledPackage>> versions) {
        return versions.values().stream().flatMap(List::stream).toList();
    }
}
