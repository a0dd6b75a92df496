package dev.hearth.frombase;

import dev.hearth.images.supply.ImageLabels;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which deployment something was made of; kept as labels of the image, which its containers have as well.
 *
 * @param version of its base; absent when that has none
 */
public record BaseOrigin(String checksum, @Nullable String version) {
    private static final String CHECKSUM = "dev.hearth-base.checksum";
    private static final String VERSION = "dev.hearth-base.version";

    static BaseOrigin of(BaseTree tree) {
        return new BaseOrigin(tree.checksum(), tree.version());
    }

    /** {@return what labels say; empty when they say nothing of a base} */
    public static Optional<BaseOrigin> read(Map<String, String> labels) {
        return Optional.ofNullable(labels.get(CHECKSUM))
                .filter(checksum -> !checksum.isEmpty())
                .map(checksum -> new BaseOrigin(checksum, labels.get(VERSION)));
    }

    Map<String, String> labels() {
        var labels = new TreeMap<>(ImageLabels.ofBase("the deployment " + text()));
        labels.put(CHECKSUM, checksum);
        if (version != null) {
            labels.put(VERSION, version);
        }
        return labels;
    }

    /** {@return the version, where there is one, and the checksum, for people} */
    public String text() {
        return version == null ? checksum : version + " (" + checksum + ")";
    }
}
