package dev.hearth.os.packages;

/** A package that is there in another version than before, newer or older. */
public record VersionChange(InstalledPackage from, InstalledPackage to) {

    /** {@return the name and both versions} */
    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(to.name(), from.version(), to.version());
    }
}
