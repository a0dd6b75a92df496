package dev.hearth.pets;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.LocalImage;
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

    /** {@return the image, when the engine has it} */
    Optional<LocalImage> present(WantedImage wanted);

    /**
     * {@return the image, fetched or made when the engine does not have it}
     *
     * @param platform such as {@code linux/arm64}; the engine's own when absent
     * @throws dev.hearth.core.failure.Failure.Denied when no pet may be made from it
     */
    LocalImage obtain(WantedImage wanted, @Nullable String platform, Narrator narrator, Prompt prompt);
}
