package dev.hearth.os.layer;

import java.util.List;

/**
 * What is to differ from the base.
 *
 * @param items in the order in which they were asked for; where two do not go together, the earlier one stays
 * @param strict whether one item that fails is a failure of all, instead of being set aside
 * @param cacheOnly whether to do without network, with what earlier runs fetched
 * @param mayChangeBase whether the base's own packages may be upgraded or removed where dependencies ask for it
 */
public record LayerRequest(List<LayerItem> items, boolean strict, boolean cacheOnly, boolean mayChangeBase) {
    public LayerRequest {
        items = items.stream().distinct().toList();
    }

    /** {@return a request for these items that sets aside what fails, uses the network and keeps the base} */
    public static LayerRequest of(LayerItem... items) {
        return of(List.of(items));
    }

    /** {@return a request for these items that sets aside what fails, uses the network and keeps the base} */
    public static LayerRequest of(List<LayerItem> items) {
        return new LayerRequest(items, false, false, false);
    }

    /** {@return this request, refusing as a whole when one item fails} */
    public LayerRequest refusingAsAWhole() {
        return new LayerRequest(items, true, cacheOnly, mayChangeBase);
    }

    /** {@return this request without network} */
    public LayerRequest fromCache() {
        return new LayerRequest(items, strict, true, mayChangeBase);
    }

    /** {@return this request with dependencies that may change the base's packages} */
    public LayerRequest changingTheBase() {
        return new LayerRequest(items, strict, cacheOnly, true);
    }
}
