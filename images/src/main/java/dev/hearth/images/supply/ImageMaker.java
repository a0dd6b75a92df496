package dev.hearth.images.supply;

import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageNarrator;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Transfer;
import dev.hearth.images.bootstrap.Bootstrap;
import dev.hearth.images.bootstrap.BootstrapHost;
import dev.hearth.images.bootstrap.NoBootstrap;
import dev.hearth.images.bootstrap.Rootfs;
import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes images by hearth's own recipes. */
public final class ImageMaker {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final List<String> ENVIRONMENT =
            List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8");

    private final BootstrapHost host;
    private final Bootstrap bootstrap;
    private final ImageStore store;

    /** Makes them on this host, for one engine. */
    public ImageMaker(BootstrapHost host, Bootstrap bootstrap, ImageStore store) {
        this.host = host;
        this.bootstrap = bootstrap;
        this.store = store;
    }

    /** Makes the image from packages unless it is here, or another hearth is just making it. */
    LocalImage ensureBootstrapped(ImageChoice choice, ImageNarrator narrator) {
        try (var _ = lock(choice, narrator)) {
            return store.find(choice.localReference().toString()).orElseGet(() -> made(choice, narrator));
        }
    }

    /** Makes the image from packages; an older one of the name loses it. */
    LocalImage bootstrap(ImageChoice choice, ImageNarrator narrator) {
        try (var _ = lock(choice, narrator)) {
            return made(choice, narrator);
        }
    }

    /** Has the engine build the image from the recipe's Containerfile. */
    LocalImage build(ImageChoice choice, ImageNarrator narrator) {
        var recipe = recipe(choice);
        var base = recipe.baseFor(choice.release());
        try {
            var directory = Files.createTempDirectory(directory(), "build-");
            try {
                recipe.writeContainerfile(directory);
                var image = store.build(
                        directory,
                        choice.localReference(),
                        Map.of("BASE", base),
                        ImageLabels.built(recipe, base),
                        narrator::transferred);
                narrator.imageReady(choice.localReference());
                return image;
            } finally {
                Files.deleteIfExists(directory.resolve("Containerfile"));
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalImage made(ImageChoice choice, ImageNarrator narrator) {
        narrator.bootstrapping(choice.distribution().name(), choice.release());
        var image = bootstrap.make(choice, narrator::transferred, rootfs -> imported(rootfs, choice, narrator));
        narrator.imageReady(choice.localReference());
        return image;
    }

    private LocalImage imported(Rootfs rootfs, ImageChoice choice, ImageNarrator narrator) {
        var base = "the packages of " + choice.distribution().name() + " " + choice.release();
        var labels = ImageLabels.bootstrapped(recipe(choice), base, rootfs.packages());
        var configuration = new ImageConfiguration(labels, ENVIRONMENT, List.of("/bin/bash"));
        return store.importRootfs(rootfs.tar(), choice.localReference(), configuration, narrator::transferred);
    }

    private static Recipe recipe(ImageChoice choice) {
        return choice.recipe()
                .map(Recipe::read)
                .orElseThrow(() -> new NoBootstrap(choice.toString(), "the catalogue has no recipe for it"));
    }

    private ExclusiveLock lock(ImageChoice choice, ImageNarrator narrator) {
        var name = choice.distribution().id() + "-" + choice.release();
        return ExclusiveLock.acquire(
                directory().resolve(name + ".lock"),
                "the image '" + choice.localReference() + "'",
                host.holder(),
                PATIENCE,
                present -> narrator.transferred(
                        new Transfer.Line("Waiting for another hearth command (" + present + "), which makes it")));
    }

    private Path directory() {
        return PrivateFiles.directory(
                host.cache().resolve("images"), host.account().uid());
    }
}
