package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.util.List;

/**
 * What was done to a tree.
 *
 * @param replaced packages of the base in the place of which a given file is now
 * @param upgraded packages of the base that dependencies asked to be in another version
 * @param inactive items that there was nothing to do for
 * @param setAside items that failed and were left out
 * @param kernelChanged whether the deployment starts with another kernel or initramfs than the base
 */
public record Layered(
        List<InstalledPackage> added,
        List<InstalledPackage> removed,
        List<VersionChange> replaced,
        List<VersionChange> upgraded,
        List<Inactive> inactive,
        List<SetAside> setAside,
        boolean kernelChanged) {
    public Layered {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        replaced = List.copyOf(replaced);
        upgraded = List.copyOf(upgraded);
        inactive = List.copyOf(inactive);
        setAside = List.copyOf(setAside);
    }
}
