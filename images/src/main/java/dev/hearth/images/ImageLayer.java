package dev.hearth.images;

import java.nio.file.Path;

/**
 * A layer of an image, in a file.
 *
 * @param file a tar archive, which may be packed by gzip
 * @param diffId the digest of the archive when it is not packed, {@code sha256:…}
 */
public record ImageLayer(Path file, String diffId) {}
