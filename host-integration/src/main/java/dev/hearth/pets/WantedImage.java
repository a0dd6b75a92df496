package dev.hearth.pets;

import dev.hearth.images.ImageReference;
import dev.hearth.images.catalogue.ImageChoice;

/** An image that a pet is to be made from. */
public sealed interface WantedImage {

    /** One that was asked for by its name. */
    record Named(ImageReference reference) implements WantedImage {}

    /** A release of a distribution, in whatever image it comes. */
    record Catalogued(ImageChoice choice) implements WantedImage {}

    /** {@return how people name it} */
    default String text() {
        return switch (this) {
            case Named(var reference) -> reference.toString();
            case Catalogued(var choice) -> choice.toString();
        };
    }

    /** {@return what a pet of it is called unless it is given a name} */
    default PetName petName() {
        return PetName.parse(
                switch (this) {
                    case Named(var reference) -> reference.defaultPetName();
                    case Catalogued(var choice) -> choice.defaultPetName();
                });
    }
}
