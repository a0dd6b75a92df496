package dev.hearth.frombase;

import dev.hearth.images.ImageReference;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that a pet can be made of.
 *
 * @param root where its files lie
 * @param version of its base; absent when that has none
 */
public record BaseTree(Path root, String checksum, @Nullable String version) {
    private static final int SHORT = 12;
    private static final int LONGEST_TAG = 100;

    /** {@return what the image is called that is made of it; the checksum stands for a version that there is not} */
    public ImageReference reference() {
        return new ImageReference("localhost", "hearth/base", tag(), null);
    }

    private String tag() {
        var tag = version == null
                ? ""
                : version.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_.-]+", "-")
                        .replaceFirst("^[.-]+", "");
        return tag.isEmpty()
                ? checksum.substring(0, Math.min(SHORT, checksum.length()))
                : tag.substring(0, Math.min(LONGEST_TAG, tag.length()));
    }
}
