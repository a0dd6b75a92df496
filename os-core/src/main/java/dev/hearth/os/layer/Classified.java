package dev.hearth.os.layer;

import java.util.List;

/**
 * Items by what there is to do for them, as the base is.
 *
 * @param active with what is known of the files among them
 * @param broken those that cannot be anything
 */
record Classified(ItemFiles active, List<Inactive> inactive, List<SetAside> broken) {
    Classified {
        inactive = List.copyOf(inactive);
        broken = List.copyOf(broken);
    }
}
