package dev.hearth.os.tryout;

import dev.hearth.os.Deployment;
import dev.hearth.os.OsStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is tried.
 *
 * @param pending what boots next
 * @param running what runs; absent for a sysroot that this machine did not boot from
 */
record Candidate(Deployment pending, @Nullable Deployment running) {

    /**
     * {@return that of a base}
     *
     * @throws NothingToTry when what boots next runs already, or there is nothing
     */
    static Candidate of(OsStatus status) {
        var pending = status.next().filter(next -> !next.marks().booted()).orElseThrow(NothingToTry::new);
        return new Candidate(pending, status.booted().orElse(null));
    }

    /** {@return the deployment whose configuration it gets when the machine shuts down; absent when it has its own} */
    @Nullable Deployment mergedFrom() {
        return pending.marks().staged() ? running : null;
    }
}
