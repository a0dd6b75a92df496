package dev.hearth.generations;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is different about one package.
 *
 * @param before its version; absent when it was not there
 * @param after its version; absent when it is not there any more
 */
public record PackageChange(
        String name, @Nullable String before, @Nullable String after) {

    boolean isNone() {
        return Objects.equals(before, after);
    }

    /** {@return how many are new, have another version, and are gone} */
    public static ChangeCount count(List<PackageChange> changes) {
        int added = 0;
        int removed = 0;
        for (var change : changes) {
            added += change.before == null ? 1 : 0;
            removed += change.after == null ? 1 : 0;
        }
        return new ChangeCount(added, changes.size() - added - removed, removed);
    }
}
