package dev.hearth.os.ostree;

import dev.hearth.os.layer.Inactive;
import dev.hearth.os.layer.LayerItem;
import dev.hearth.os.layer.SetAside;
import java.util.List;
import java.util.Set;

/** Sees to it that what a user asks for is done or refused; only earlier requests may be without effect. */
final class AskedFor {
    private AskedFor() {}

    /**
     * Requires that all that is asked is met.
     *
     * @throws RequestFailed when something cannot be had
     * @throws RequestWithoutEffect when something is there by itself
     */
    static void requireMet(Set<String> asked, List<Inactive> inactive, List<SetAside> setAside) {
        for (var each : setAside) {
            if (isAsked(asked, each.item())) {
                throw new RequestFailed(each.item().toString(), each.reason());
            }
        }
        for (var each : inactive) {
            if (isAsked(asked, each.item())) {
                throw new RequestWithoutEffect(each);
            }
        }
    }

    private static boolean isAsked(Set<String> asked, LayerItem item) {
        return asked.contains(item.toString());
    }
}
