package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Finished;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Space;
import java.util.Optional;
import java.util.regex.Pattern;

/** There is no room for what ostree was to write. */
public final class NoSpaceForBase extends Failure.Unavailable {
    /** Ostree always leaves some room to others, and refuses beforehand what would take it. */
    private static final Pattern REASON = Pattern.compile("No space left on device|Disk quota exceeded"
            + "|min-free-space-\\w+ \\S+ would be exceeded|Delta requires .* free space");

    private NoSpaceForBase(String reason) {
        super(
                "There is not enough space for the base: " + reason,
                "`hearth os cleanup --metadata` and `hearth os undeploy` make room; then try again.");
    }

    /** {@return that it can be told before anything is fetched} */
    static NoSpaceForBase beforehand(long needed, long free) {
        return new NoSpaceForBase("it needs %s, %s are free".formatted(Space.megabytes(needed), Space.megabytes(free)));
    }

    /** {@return the failure, when that is why a program of ostree failed} */
    static Optional<NoSpaceForBase> of(Finished finished) {
        // Of what is read line by line, there is only one output.
        var reason = Printable.lastLine(finished.err().isBlank() ? finished.out() : finished.err());
        return !finished.succeeded() && REASON.matcher(reason).find()
                ? Optional.of(new NoSpaceForBase(reason.replaceFirst("^error: ", "")))
                : Optional.empty();
    }
}
