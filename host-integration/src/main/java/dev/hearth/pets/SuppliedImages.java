package dev.hearth.pets;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageReference;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import dev.hearth.images.supply.Images;
import dev.hearth.images.trust.ReservedLabels;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The images of an engine and, where it lacks one, of registries and recipes. */
public final class SuppliedImages implements PetImages {
    private final Images images;

    public SuppliedImages(Images images) {
        this.images = images;
    }

    @Override
    public WantedImage wanted(CreateRequest request) {
        var image = request.image();
        return image == null
                ? new WantedImage.Catalogued(images.choose(request.distribution(), request.release()))
                : new WantedImage.Named(ImageReference.parse(image));
    }

    @Override
    public Optional<LocalImage> present(WantedImage wanted, @Nullable Platform platform) {
        return switch (wanted) {
            case WantedImage.Named(var reference) -> images.here(reference, platform);
            case WantedImage.Catalogued(var choice) -> images.here(choice, platform);
        };
    }

    @Override
    public LocalImage obtain(WantedImage wanted, @Nullable Platform platform, Narrator narrator, Prompt prompt) {
        var image = switch (wanted) {
            case WantedImage.Named(var reference) -> images.ensure(reference, platform, narrator);
            case WantedImage.Catalogued(var choice) -> images.ensure(choice, platform, narrator, prompt);
        };
        ReservedLabels.refuse(image);
        return image;
    }

    @Override
    public LocalImage pull(ImageReference reference, Narrator narrator) {
        var image = images.pull(reference, null, narrator);
        ReservedLabels.refuse(image);
        return image;
    }
}
