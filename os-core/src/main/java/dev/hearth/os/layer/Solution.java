package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import java.util.List;

/**
 * How a package manager would fulfil items.
 *
 * @param files the package files to install, as the sandbox sees them
 * @param removed what is to go and does not come in another version
 * @param downloadBytes the size of the files that are not there yet
 */
record Solution(PackageDiff changes, List<String> files, List<InstalledPackage> removed, long downloadBytes) {
    static final Solution NOTHING = new Solution(PackageDiff.NONE, List.of(), List.of(), 0);

    Solution {
        files = List.copyOf(files);
        removed = List.copyOf(removed);
    }

    int packages() {
        return files.size() + removed.size();
    }
}
