package dev.hearth.os.ostree;

import dev.hearth.os.Deployment;
import java.util.HashSet;
import java.util.List;

/**
 * The names that hearth gives to commits, so that ostree, which drops every commit without a name when it cleans up, keeps
 * them: what was assembled, and the bases below it.
 */
final class OwnRefs {
    private static final String PREFIX = "hearth";

    private final Ostree ostree;

    OwnRefs(Ostree ostree) {
        this.ostree = ostree;
    }

    /** Keeps a base as long as something is layered on it. */
    void keepBase(String checksum) {
        ostree.setRef(PREFIX + "/base/" + checksum, checksum);
    }

    /** Keeps what was assembled, from before it is deployed. */
    void keepLayer(String checksum) {
        ostree.setRef(PREFIX + "/layer/" + checksum, checksum);
    }

    /** Lets go of all that none of the deployments needs. */
    void sweep(List<Deployment> deployments) {
        var needed = new HashSet<String>();
        for (var deployment : deployments) {
            needed.add(deployment.id().checksum());
            needed.add(deployment.origin().checksum());
        }
        ostree.refs(PREFIX).stream()
                .filter(ref -> !needed.contains(ref.substring(ref.lastIndexOf('/') + 1)))
                .forEach(ostree::deleteRef);
    }
}
