package dev.hearth.cli.packages;

import dev.hearth.generations.PackageChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package that is another one than before.
 *
 * @param name of the package
 * @param before its version; null when it is new
 * @param after its version; null when it is gone
 */
record ChangedPackage(
        String name, @Nullable String before, @Nullable String after) {
    static @Nullable List<ChangedPackage> of(@Nullable List<PackageChange> changes) {
        return changes == null
                ? null
                : changes.stream()
                        .map(change -> new ChangedPackage(change.name(), change.before(), change.after()))
                        .toList();
    }
}
