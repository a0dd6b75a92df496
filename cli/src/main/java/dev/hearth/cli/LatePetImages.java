package dev.hearth.cli;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageReference;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetImages;
import dev.hearth.pets.WantedImage;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Images that are looked for when a pet is made: entering one must not pay for reading the catalogue. */
final class LatePetImages implements PetImages {
    private final Supplier<PetImages> images;

    LatePetImages(Supplier<PetImages> maker) {
        this.images = new Lazy<>(maker);
    }

    @Override
    public WantedImage wanted(CreateRequest request) {
        return images.get().wanted(request);
    }

    @Override
    public Optional<LocalImage> present(WantedImage wanted, @Nullable Platform platform) {
        return images.get().present(wanted, platform);
    }

    @Override
    public LocalImage obtain(WantedImage wanted, @Nullable Platform platform, Narrator narrator, Prompt prompt) {
        return images.get().obtain(wanted, platform, narrator, prompt);
    }

    @Override
    public LocalImage pull(ImageReference reference, Narrator narrator) {
        return images.get().pull(reference, narrator);
    }
}
