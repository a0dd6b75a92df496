package dev.hearth.pets;

import dev.hearth.archives.InvalidArchive;
import dev.hearth.core.failure.Failure;
import dev.hearth.images.ImageReference;
import java.nio.file.Path;

/** Where a pet comes from that was not made here. */
public sealed interface PetOrigin {

    /** A file that somebody sent. */
    record Archive(Path file) implements PetOrigin {}

    /** A registry that somebody sent it to. */
    record Registry(ImageReference reference) implements PetOrigin {}

    /** {@return it in words that follow "the pet in"} */
    default String text() {
        return switch (this) {
            case Archive(var file) -> "'" + file + "'";
            case Registry(var reference) -> "'" + reference + "'";
        };
    }

    /** {@return the failure for something there that no pet can be made of} */
    default Failure noPet(String reason) {
        return switch (this) {
            case Archive(var file) -> new InvalidArchive(file, reason);
            case Registry(var reference) -> new ImageOfNoPet(reference, reason);
        };
    }
}
