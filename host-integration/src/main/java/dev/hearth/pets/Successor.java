package dev.hearth.pets;

import dev.hearth.images.LocalImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to take the place of a pet's container.
 *
 * @param spec what the pet is to be
 * @param image what it is made from
 * @param content what the pet was when that was made of it; absent where it was not made of a pet
 * @param hooks what is run in it before it takes the place
 */
record Successor(PetSpec spec, LocalImage image, @Nullable PetSpec content, List<String> hooks) {
    Successor {
        hooks = List.copyOf(hooks);
    }

    Successor(PetSpec spec, LocalImage image, @Nullable PetSpec content) {
        this(spec, image, content, List.of());
    }
}
