package dev.hearth.os.preflight;

import dev.hearth.core.failure.Failure;
import java.util.List;

/** Something is wrong in a new deployment that is in order in the present one. */
public final class WorseThanNow extends Failure.Conflict {
    WorseThanNow(List<String> complaints) {
        super(
                "The new deployment would not work as the present one does: "
                        + complaints.getFirst()
                        + (complaints.size() == 1 ? "" : " (and %d more)".formatted(complaints.size() - 1)),
                "Nothing was changed; mend that and try again, or boot it all the same by `--skip-checks`.");
    }
}
