package dev.hearth.os;

import dev.hearth.os.OsEngine.Preview;
import org.jspecify.annotations.Nullable;

/**
 * What the source has for this host.
 *
 * @param commit the newest; absent when there is nothing newer than what is deployed
 * @param preview what it changes; absent when it was not asked for or the engine cannot tell
 * @param rollout over which time the machines take it by themselves; absent when they all may at once
 * @param withdrawn why what is deployed is not to be used any more; absent where nothing is known against it
 */
public record Update(
        Source source,
        @Nullable Commit commit,
        Signing signing,
        @Nullable Preview preview,
        @Nullable RolloutWindow rollout,
        @Nullable Withdrawn withdrawn) {

    /** What its maker says of a version that was taken back. */
    public record Withdrawn(@Nullable String version, String reason) {}

    /** What all machines may take at once. */
    public Update(Source source, @Nullable Commit commit, Signing signing, @Nullable Preview preview) {
        this(source, commit, signing, preview, null, null);
    }

    /** {@return that there is nothing newer} */
    public static Update none(Source source) {
        return new Update(source, null, Signing.NOT_REQUIRED, null);
    }

    /** {@return the same with what it changes} */
    public Update withPreview(Preview other) {
        return new Update(source, commit, signing, other, rollout, withdrawn);
    }

    /** {@return the same, rolled out over some time} */
    public Update withRollout(@Nullable RolloutWindow window) {
        return new Update(source, commit, signing, preview, window, withdrawn);
    }

    /** {@return the same, and what is deployed was taken back} */
    public Update withWithdrawn(Withdrawn present) {
        return new Update(source, commit, signing, preview, rollout, present);
    }

    /** {@return whether there is something newer} */
    public boolean isAvailable() {
        return commit != null;
    }
}
