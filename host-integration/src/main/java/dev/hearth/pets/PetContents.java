package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The nameless images that hold what pets have in their own files: each made when its pet is made anew, and gone with
 * the last container that was made from it.
 */
final class PetContents {
    /** Names the pet that an image holds the content of. */
    private static final String PET = "dev.hearth-image.content-of";

    /** Tells whose pet that is. */
    private static final String OWNER = "dev.hearth-image.owner";

    private final ContainerEngine engine;
    private final ImageStore images;
    private final String owner;

    PetContents(ContainerEngine engine, ImageStore images, long owner) {
        this.engine = engine;
        this.images = images;
        this.owner = Long.toString(owner);
    }

    /** {@return an image of what a pet that does not run has in its own files} */
    LocalImage keep(Pet pet) {
        return existing(engine.commit(pet.container().id(), labels(pet)));
    }

    /** {@return the image that a pet's container was made from} */
    LocalImage of(Pet pet) {
        return existing(pet.container().imageId());
    }

    /** Removes the image that a pet's container was made from, if it holds a content that nothing else needs. */
    void release(PetSpec spec, Container container) {
        // Most pets were never made anew, and are spared the question.
        if (!bare(spec.imageId()).equals(bare(container.imageId()))) {
            images.find(container.imageId()).filter(this::isContent).ifPresent(this::release);
        }
    }

    /** Removes the image of a content that nothing else needs. */
    void release(LocalImage content) {
        try {
            images.remove(content.id());
        } catch (ImageNotFound | Failure.Conflict _) {
            // Gone, or needed: the engine knows best by what, and what is made on an image takes it along.
        }
    }

    /** {@return images of contents that none of these containers was made from, by the pets they are of} */
    Map<PetName, List<LocalImage>> without(List<Container> containers) {
        var used =
                containers.stream().map(container -> bare(container.imageId())).toList();
        var unused = new LinkedHashMap<PetName, List<LocalImage>>();
        for (var image : images.images()) {
            if (isContent(image) && !used.contains(bare(image.id()))) {
                pet(image).ifPresent(pet -> unused.merge(pet, List.of(image), PetContents::joined));
            }
        }
        return unused;
    }

    private Map<String, String> labels(Pet pet) {
        var labels = new LinkedHashMap<String, String>();
        // An image has its container's labels; with these it would make a pet of every container of it.
        PetContainer.labelNames(pet.spec()).forEach(name -> labels.put(name, ""));
        labels.put(PET, pet.name().value());
        labels.put(OWNER, owner);
        return labels;
    }

    private boolean isContent(LocalImage image) {
        return image.names().isEmpty()
                && owner.equals(image.labels().get(OWNER))
                && pet(image).isPresent();
    }

    private static Optional<PetName> pet(LocalImage image) {
        return Optional.ofNullable(image.labels().get(PET))
                .filter(PetName::isValid)
                .map(PetName::new);
    }

    private LocalImage existing(String id) {
        return images.find(id).orElseThrow(() -> new ImageNotFound(id));
    }

    private static List<LocalImage> joined(List<LocalImage> first, List<LocalImage> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static String bare(String id) {
        return id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
    }
}
