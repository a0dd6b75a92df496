package dev.hearth.os.layer;

import java.util.List;

/**
 * What laying the items onto the base would do.
 *
 * @param downloadBytes the size of the packages that are not in the cache
 */
public record Resolution(PackageChanges changes, long downloadBytes, List<Inactive> inactive, List<SetAside> setAside) {
    public Resolution {
        inactive = List.copyOf(inactive);
        setAside = List.copyOf(setAside);
    }
}
