package dev.hearth.cli.packages;

import dev.hearth.cli.pets.ConflictingOptions;
import dev.hearth.frombase.BaseTree;
import dev.hearth.images.ImageReference;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Rebase;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a pet is to be made anew of. */
final class RebaseOptions {
    @Option(names = "--image", paramLabel = "IMAGE", description = "Make it of this image.")
    private @Nullable ImageReference image;

    @Option(names = "--distro", paramLabel = "DISTRO", description = "Make it of this distribution.")
    private @Nullable String distribution;

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            description = "Make it of this release of the distribution, or of its own.")
    private @Nullable String release;

    @Option(names = "--from-base", description = "Make it of the base: the host's own packages and versions.")
    private boolean fromBase;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "With --from-base, mean the ostree sysroot in a directory.")
    private @Nullable Path sysroot;

    @Option(
            names = "--carry",
            paramLabel = "PATH",
            description = "Take along a file or directory of the pet's own, with owners and modes.")
    private List<String> carried = List.of();

    /** Refuses what contradicts itself, or says nothing. */
    void require() {
        boolean chosen = distribution != null || release != null;
        if (sysroot != null && !fromBase) {
            throw ConflictingOptions.sysrootWithoutBase();
        }
        if (fromBase && (chosen || image != null)) {
            throw ConflictingOptions.baseAndImage();
        }
        if (chosen && image != null) {
            throw ConflictingOptions.imageAndDistribution();
        }
        if (!fromBase && !chosen && image == null) {
            throw ConflictingOptions.ofNothing();
        }
    }

    boolean fromBase() {
        return fromBase;
    }

    @Nullable Path sysroot() {
        return sysroot;
    }

    /**
     * {@return what a pet is to be made of}
     *
     * @param tree the base, where it is to be of that
     */
    Rebase of(Pet pet, @Nullable BaseTree tree, Supplier<Catalogue> catalogue) {
        var reference = tree == null ? image : tree.reference();
        return new Rebase(Objects.toString(reference, null), distribution(pet, catalogue), release, carried);
    }

    /** A release alone is one of the pet's own distribution. */
    private @Nullable String distribution(Pet pet, Supplier<Catalogue> catalogue) {
        if (distribution != null || release == null) {
            return distribution;
        }
        return catalogue
                .get()
                .recognise(pet.spec().image())
                .map(choice -> choice.distribution().id())
                .orElseThrow(
                        () -> ConflictingOptions.releaseOfNothing(pet.spec().image()));
    }
}
