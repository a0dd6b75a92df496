package dev.hearth.engine.docker;

import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.ImageStoreContract;
import dev.hearth.images.LocalImage;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Holds a real engine's images to the contract, with a registry of the test's own. */
abstract class RealImageCases extends ImageStoreContract {
    private final RealImages images;
    private final FixtureRegistry registry =
            new FixtureRegistry(UUID.randomUUID().toString());

    RealImageCases(ItEngine engine) {
        images = new RealImages(engine);
    }

    @Override
    protected ImageStore store() {
        return images.store();
    }

    @Override
    protected void writeRootfs(Path tar, String text) {
        RealImages.writeRootfs(tar, text);
    }

    @Override
    protected void use(LocalImage image) {
        images.use(image);
    }

    @Override
    protected void release() {
        images.release();
    }

    @Override
    protected ImageReference published(String tag) {
        return registry.named("open/image", tag);
    }

    @Override
    protected ImageReference unpublished(String tag) {
        return registry.named("missing/image", tag);
    }

    @Override
    protected ImageReference forMembers(String tag) {
        return registry.named("members/image", tag);
    }

    @Override
    protected ImageReference forged() {
        return registry.digested("open/image", "sha256:" + "0".repeat(64));
    }

    @Override
    protected ImageReference unreachable(String tag) {
        // The port of nothing: connecting is refused at once.
        return ImageReference.parse("127.0.0.1:1/it/image:" + tag);
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }
}
