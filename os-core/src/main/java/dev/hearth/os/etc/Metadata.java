package dev.hearth.os.etc;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file has beside its content.
 *
 * @param mode the twelve permission bits
 * @param owner a user id
 * @param group a group id
 * @param attributes the extended attributes of the {@code user} name space, their values in hexadecimal; labels and
 *     capabilities are in others, which Java copies but does not show
 */
public record Metadata(int mode, int owner, int group, Map<String, String> attributes) {
    public Metadata {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** {@return each part from the side that changed it; the local one where both did} */
    static Metadata merged(@Nullable Metadata old, Metadata fresh, Metadata local) {
        if (old == null) {
            return local;
        }
        return new Metadata(
                local.mode == old.mode ? fresh.mode : local.mode,
                local.owner == old.owner ? fresh.owner : local.owner,
                local.group == old.group ? fresh.group : local.group,
                local.attributes.equals(old.attributes) ? fresh.attributes : local.attributes);
    }
}
