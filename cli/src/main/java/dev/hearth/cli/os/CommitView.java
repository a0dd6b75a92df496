package dev.hearth.cli.os;

import dev.hearth.os.Commit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the base; the components are the JSON contract.
 *
 * @param checksum of the commit or image; empty when the engine does not tell
 * @param version in the maker's own counting
 * @param time when it was made
 */
record CommitView(
        String checksum, @Nullable String version, @Nullable Instant time) {
    static CommitView of(Commit commit) {
        return new CommitView(commit.checksum(), commit.version(), commit.time());
    }

    /** {@return version and time for people, as rpm-ostree writes them; empty when neither is known} */
    String text() {
        var moment = time == null ? "" : time.toString();
        if (version == null) {
            return moment;
        }
        return moment.isEmpty() ? version : version + " (" + moment + ")";
    }
}
