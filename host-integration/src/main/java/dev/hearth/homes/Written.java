package dev.hearth.homes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel keeps of a pet's writes at a path.
 *
 * @param mode permissions, without type
 * @param gone whether it only says that what the home has there is not to be seen
 * @param inode equal for hard links of one file
 * @param born when the pet first wrote it; absent where the file system does not say
 */
record Written(
        HomePath path,
        EntryType type,
        int mode,
        boolean gone,
        long size,
        String inode,
        Instant modified,
        @Nullable Instant born) {

    /** {@return the latest time at which the pet can have started from what the home had} */
    Instant since() {
        return born == null ? modified : born;
    }

    /** {@return whether it is what the home has, too} */
    boolean isSame(Entry entry) {
        if (type != entry.type()) {
            return false;
        }
        return switch (type) {
            case DIRECTORY -> mode == entry.mode();
            // Who has a link may do nothing with its permissions.
            case LINK -> size == entry.size() && isSameTime(entry.modified());
            case FILE -> mode == entry.mode() && size == entry.size() && isSameTime(entry.modified());
            case SPECIAL -> true;
        };
    }

    /** Some programs in small images tell times to the second only. */
    private boolean isSameTime(Instant other) {
        return modified.equals(other)
                || (modified.getNano() == 0 && modified.getEpochSecond() == other.getEpochSecond());
    }
}
