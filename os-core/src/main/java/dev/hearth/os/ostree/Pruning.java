package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.OsEvent;
import java.util.function.Consumer;

/** Removes what no deployment needs. A repository with damaged objects cannot be pruned, and boots what it boots. */
record Pruning(Ostree ostree, Deployments deployments) {

    /** Removes it, or says why it stays: what was to boot next does so anyway. */
    void run(Consumer<OsEvent> events) {
        try {
            new OwnRefs(ostree).sweep(deployments.list());
            ostree.cleanUp();
        } catch (Failure.ToolFailed e) {
            events.accept(new OsEvent.Warned("What no deployment needs could not be removed: " + e.message()));
        }
    }
}
