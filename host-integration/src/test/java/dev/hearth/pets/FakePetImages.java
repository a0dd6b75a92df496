package dev.hearth.pets;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has whatever image is asked for, as long as the store has it; {@code debian:12} by default. */
public final class FakePetImages implements PetImages {
    private final ImageStore store;

    public FakePetImages(ImageStore store) {
        this.store = store;
    }

    @Override
    public WantedImage wanted(CreateRequest request) {
        var image = request.image();
        return new WantedImage.Named(ImageReference.parse(image == null ? "debian:12" : image));
    }

    @Override
    public Optional<LocalImage> present(WantedImage wanted, @Nullable Platform platform) {
        return store.find(wanted.text()).filter(image -> image.isFor(platform));
    }

    @Override
    public LocalImage obtain(WantedImage wanted, @Nullable Platform platform, Narrator narrator, Prompt prompt) {
        return present(wanted, platform).orElseThrow();
    }

    @Override
    public LocalImage pull(ImageReference reference, Narrator narrator) {
        return store.pull(reference, null, narrator::transferred);
    }
}
