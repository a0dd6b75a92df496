package dev.hearth.pets;

import dev.hearth.images.ImageReference;
import dev.hearth.images.catalogue.ImageChoice;
import java.util.List;

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

    /** {@return how a registry knows it} */
    default ImageReference origin() {
        return switch (this) {
            case Named(var reference) -> reference;
            case Catalogued(var choice) -> choice.registryReference();
        };
    }

    /** {@return whether an image of this name is it} */
    default boolean isCalled(String name) {
        var references = switch (this) {
            case Named(var reference) -> List.of(reference);
            case Catalogued(var choice) -> List.of(choice.registryReference(), choice.localReference());
        };
        return references.stream().map(WantedImage::whole).anyMatch(name::equals)
                || references.stream().map(ImageReference::toString).anyMatch(name::equals);
    }

    /**
     * {@return whether an image is one that the tag may have meant at some time}
     *
     * @param name with a digest, as registries know it
     */
    default boolean isOneByDigest(String name) {
        return origin().digest() == null
                && ImageReference.parse(name)
                        .qualified()
                        .name()
                        .equals(origin().qualified().name());
    }

    private static String whole(ImageReference reference) {
        var qualified = reference.qualified();
        return reference.digest() == null
                ? qualified.withTag(reference.effectiveTag().orElse("latest")).toString()
                : qualified.toString();
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
