package dev.hearth.os;

import dev.hearth.os.OsEngine.Preview;
import org.jspecify.annotations.Nullable;

/**
 * What the source has for this host.
 *
 * @param commit the newest; absent when there is nothing newer than what is deployed
 * @param preview what it changes; absent when it was not asked for or the engine cannot tell
 * @param rollout over which time the machines take it by themselves; absent when they all may at once
 */
public record Update(
        Source source,
        @Nullable Commit commit,
        Signing signing,
        @Nullable Preview preview,
        @Nullable RolloutWindow rollout) {

    /** What all machines may take at once. */
    public Update(Source source, @Nullable Commit commit, Signing signing, @Nullable Preview preview) {
        this(source, commit, signing, preview, null);
    }

    /** {@return that there is nothing newer} */
    public static Update none(Source source) {
        return new Update(source, null, Signing.NOT_REQUIRED, null);
    }

    /** {@return the same with what it changes} */
    public Update withPreview(Preview other) {
        return new Update(source, commit, signing, other, rollout);
    }

    /** {@return the same, rolled out over some time} */
    public Update withRollout(@Nullable RolloutWindow window) {
        return new Update(source, commit, signing, preview, window);
    }

    /** {@return whether there is something newer} */
    public boolean isAvailable() {
        return commit != null;
    }
}
