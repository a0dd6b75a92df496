package dev.hearth.bridge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A pet, as it runs now.
 *
 * @param container what is short and tells its container from all others
 * @param process the id of its first process on the host
 * @param engine where its engine answers, as hearth's option takes it
 * @param door the directory that it sees, where it is kept from the home; absent where it sees what hearth does
 */
public record Caller(
        String pet,
        String container,
        long process,
        String engine,
        @Nullable Path door) {

    /** {@return whether it is kept from the home} */
    boolean isSeparate() {
        return door != null;
    }

    /** {@return the name of the directory for this run of the pet} */
    String directory() {
        return container + "." + process;
    }

    /** {@return what tells this run of the pet from its others} */
    String run() {
        return Long.toString(process);
    }
}
