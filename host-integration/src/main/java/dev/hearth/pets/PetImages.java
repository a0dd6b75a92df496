package dev.hearth.pets;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageReference;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where pets get their images from. */
public interface PetImages {

    /**
     * {@return the image that a request means, worked out without asking an engine or a registry}
     *
     * @throws dev.hearth.core.failure.Failure.Invalid when it names none that there could be
     */
    WantedImage wanted(CreateRequest request);

    /** {@return the image, when the engine has it for this platform, or for any when that is absent} */
    Optional<LocalImage> present(WantedImage wanted, @Nullable Platform platform);

    /**
     * {@return the image, fetched or made when the engine does not have it}
     *
     * @param platform the engine's own when absent
     * @throws dev.hearth.core.failure.Failure.Denied when no pet may be made from it
     */
    LocalImage obtain(WantedImage wanted, @Nullable Platform platform, Narrator narrator, Prompt prompt);

    /**
     * {@return the image that a registry has of this name by now}
     *
     * @throws dev.hearth.core.failure.Failure.Denied when the host's policy forbids it
     */
    LocalImage pull(ImageReference reference, Narrator narrator);
}
