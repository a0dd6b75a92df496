package dev.hearth.cli.images;

import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.supply.Images;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an image of the catalogue. */
final class ChoiceOptions {
    @Option(names = "--distro", paramLabel = "DISTRO", description = "The distribution; by default the host's.")
    private @Nullable String distribution;

    @Option(names = "--release", paramLabel = "RELEASE", description = "Its release; by default the host's or newest.")
    private @Nullable String release;

    /** {@return whether any was used} */
    boolean isUsed() {
        return distribution != null || release != null;
    }

    ImageChoice choice(Images images) {
        return images.choose(distribution, release);
    }
}
