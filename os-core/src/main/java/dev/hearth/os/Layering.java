package dev.hearth.os;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.util.List;

/**
 * How a deployment differs from its base in packages.
 *
 * @param requested what the user asked to have, by name
 * @param inactive requests without effect now: the base has them by itself, or they failed and were set aside
 * @param layered requests that are in effect
 * @param local packages from files that are in effect
 * @param removed packages of the base that are hidden
 * @param replaced packages of the base that another version takes the place of
 */
public record Layering(
        List<String> requested,
        List<Inactive> inactive,
        List<String> layered,
        List<String> local,
        List<InstalledPackage> removed,
        List<VersionChange> replaced) {
    public static final Layering NONE = new Layering(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Layering {
        requested = List.copyOf(requested);
        inactive = List.copyOf(inactive);
        layered = List.copyOf(layered);
        local = List.copyOf(local);
        removed = List.copyOf(removed);
        replaced = List.copyOf(replaced);
    }

    /**
     * A request without effect.
     *
     * @param reason why, in a few words
     */
    public record Inactive(String request, String reason) {}

    /** {@return whether the deployment is the base and nothing else} */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
