package dev.hearth.engine.docker;

import dev.hearth.images.ImageStore;
import dev.hearth.images.ImageStoreContract;
import dev.hearth.images.LocalImage;
import java.nio.file.Path;

/** Holds Docker's images to the contract. */
class DockerImagesIT extends ImageStoreContract {
    private final RealImages images = new RealImages(ItEngine.docker());

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
}
