package dev.hearth.os.packages;

import java.util.Comparator;
import java.util.List;

/**
 * All packages of a tree.
 *
 * @param order how their versions compare, which says whose packages they are
 * @param packages sorted by name, architecture and version; a name may be there several times
 */
public record InstalledPackages(VersionOrder order, List<InstalledPackage> packages) {
    /** What a tree without a package database has; the order means nothing where there is nothing to compare. */
    public static final InstalledPackages NONE = new InstalledPackages(VersionOrder.DPKG, List.of());

    public InstalledPackages {
        packages = packages.stream()
                .sorted(Comparator.comparing(InstalledPackage::name)
                        .thenComparing(InstalledPackage::architecture)
                        .thenComparing(InstalledPackage::version, order)
                        .thenComparing(InstalledPackage::version))
                .toList();
    }
}
