package dev.hearth.os.layer;

import dev.hearth.os.packages.PackageDiff;
import java.util.List;

/**
 * What laying the items onto the base would do.
 *
 * @param changes what the result has other than the base
 * @param downloadBytes the size of the packages that are not in the cache
 */
public record Resolution(PackageDiff changes, long downloadBytes, List<Inactive> inactive, List<SetAside> setAside) {
    public Resolution {
        inactive = List.copyOf(inactive);
        setAside = List.copyOf(setAside);
    }
}
