package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;

/** A package that is there in another version than before, newer or older. */
public record VersionChange(InstalledPackage before, InstalledPackage after) {

    /** {@return the name and both versions} */
    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(after.name(), before.version(), after.version());
    }
}
