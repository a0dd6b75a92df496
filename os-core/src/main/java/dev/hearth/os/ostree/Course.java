package dev.hearth.os.ostree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a change leads: what the next deployment is made of.
 *
 * @param origin what it follows, and all that is asked of it
 * @param base where its base comes from
 * @param kernelArguments all of them; absent to keep those of now
 */
record Course(Origin origin, Base base, @Nullable List<String> kernelArguments) {

    /** The commit below all that is layered. */
    sealed interface Base {

        /** That of the present deployment. */
        record Present() implements Base {}

        /**
         * The newest of what the origin follows.
         *
         * @param mayBeOlder than the present one
         */
        record Newest(boolean cacheOnly, boolean mayBeOlder) implements Base {}

        /** One version of what the origin follows, by its checksum, a part of that, or its version. */
        record Revision(String text) implements Base {}
    }

    static Course keepingBase(Origin origin) {
        return new Course(origin, new Base.Present(), null);
    }
}
