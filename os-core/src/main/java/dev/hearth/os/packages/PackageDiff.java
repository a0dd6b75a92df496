package dev.hearth.os.packages;

import java.util.List;

/** What differs between the packages of two trees; every list is sorted by name. */
public record PackageDiff(
        List<InstalledPackage> added, List<InstalledPackage> removed, List<Change> upgraded, List<Change> downgraded) {
    public static final PackageDiff NONE = new PackageDiff(List.of(), List.of(), List.of(), List.of());

    public PackageDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        upgraded = List.copyOf(upgraded);
        downgraded = List.copyOf(downgraded);
    }

    /** A package whose version went up or down. */
    public record Change(InstalledPackage from, InstalledPackage to) {}
}
