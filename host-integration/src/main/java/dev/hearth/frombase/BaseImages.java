package dev.hearth.frombase;

import dev.hearth.core.process.Processes;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageNarrator;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Transfer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes images of deployments: one for each, whatever the number of pets. */
public final class BaseImages {
    private static final List<String> ENVIRONMENT =
            List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8");

    private static final long MEGABYTE = 1_000_000;

    private final ImageStore images;
    private final SharedBlocks blocks;

    /** Makes them in a store, with the programs of this machine. */
    public BaseImages(ImageStore images, Processes processes) {
        this.images = images;
        this.blocks = new SharedBlocks(processes);
    }

    /** {@return the image that was made of this very deployment, when it is here} */
    public Optional<LocalImage> find(BaseTree tree) {
        return images.find(tree.reference().toString())
                .filter(image -> BaseOrigin.read(image.labels())
                        .filter(BaseOrigin.of(tree)::equals)
                        .isPresent());
    }

    /** {@return the image of a deployment, made when it is not here; one of the version with other layers loses the name} */
    public LocalImage ensure(BaseTree tree, ImageNarrator narrator) {
        return find(tree).orElseGet(() -> {
            narrator.transferred(new Transfer.Line(
                    "Making an image of the base " + BaseOrigin.of(tree).text()));
            var image = imported(tree, narrator);
            long shared = images.files(image.id())
                    .map(files -> blocks.share(files, tree.root()))
                    .orElse(0L);
            if (shared > 0) {
                narrator.transferred(
                        new Transfer.Line("%d MB of it take the base's own room".formatted(shared / MEGABYTE)));
            }
            narrator.imageReady(tree.reference());
            return image;
        });
    }

    private LocalImage imported(BaseTree tree, ImageNarrator narrator) {
        var configuration = new ImageConfiguration(BaseOrigin.of(tree).labels(), ENVIRONMENT, List.of("/bin/bash"));
        var unreadable = new AtomicInteger();
        try (var pipe = new ArchivePipe(out -> unreadable.set(new BaseArchive(tree.root()).write(out)))) {
            var image = imported(pipe, tree, configuration);
            if (unreadable.get() > 0) {
                narrator.transferred(
                        new Transfer.Line(unreadable + " files of the base that only root may read are left out"));
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What kept the archive from being written says more than that it could not be read. */
    private LocalImage imported(ArchivePipe pipe, BaseTree tree, ImageConfiguration configuration) {
        try {
            return images.importRootfs(pipe.stream(), tree.reference(), configuration);
        } catch (RuntimeException e) {
            throw pipe.failure().orElse(e);
        }
    }
}
