package dev.hearth.pets;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.images.supply.Images;
import dev.hearth.images.trust.ReservedLabels;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The images of an engine and, where it lacks one, of registries and recipes. */
public final class SuppliedImages implements PetImages {
    private final Images images;
    private final ImageStore store;

    public SuppliedImages(Images images, ImageStore store) {
        this.images = images;
        this.store = store;
    }

    @Override
    public WantedImage wanted(CreateRequest request) {
        var image = request.image();
        return image == null
                ? new WantedImage.Catalogued(images.choose(request.distribution(), request.release()))
                : new WantedImage.Named(ImageReference.parse(image));
    }

    @Override
    public Optional<LocalImage> present(WantedImage wanted) {
        return switch (wanted) {
            case WantedImage.Named(var reference) -> store.find(reference.toString());
            case WantedImage.Catalogued(var choice) ->
                Stream.of(choice.localReference(), choice.registryReference())
                        .flatMap(reference -> store.find(reference.toString()).stream())
                        .findFirst();
        };
    }

    @Override
    public LocalImage obtain(WantedImage wanted, @Nullable String platform, Narrator narrator, Prompt prompt) {
        var image = switch (wanted) {
            case WantedImage.Named(var reference) -> images.ensure(reference, platform, narrator);
            case WantedImage.Catalogued(var choice) -> images.ensure(choice, platform, narrator, prompt);
        };
        ReservedLabels.refuse(image);
        return image;
    }
}
