package dev.hearth.os;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which deployment comes after which. */
record Succession(OsStatus status) {

    /**
     * Two deployments, of which one takes the place of the other.
     *
     * @param from the one whose configuration goes over
     */
    record Transition(Deployment from, Deployment to) {}

    /** {@return what is in use: what runs now or, in a sysroot that nothing here booted from, what would boot} */
    Optional<Deployment> present() {
        return status.booted().or(status::next);
    }

    /** {@return what a rollback returns to} */
    Optional<Deployment> older() {
        return status.needsReboot()
                ? status.booted()
                : status.deployments().stream()
                        .filter(deployment -> deployment.marks().rollback())
                        .findFirst();
    }

    /** {@return the newest step from one deployment to another, whether it is still to be booted or was already} */
    Optional<Transition> latest() {
        var next = status.next();
        return status.needsReboot()
                ? status.booted().flatMap(booted -> next.map(to -> new Transition(booted, to)))
                : older().flatMap(from -> next.map(to -> new Transition(from, to)));
    }

    /** {@return the step whose configuration can still be decided about; empty where it was booted, or leads back} */
    Optional<Transition> undecided() {
        boolean runs = status.booted().isPresent() && !status.needsReboot();
        return runs ? Optional.empty() : latest().filter(Succession::isForward);
    }

    static boolean isForward(Transition step) {
        var from = time(step.from());
        var to = time(step.to());
        return from == null || to == null || !to.isBefore(from);
    }

    private static @Nullable Instant time(Deployment deployment) {
        return deployment.origin().time();
    }
}
