package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.Container;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.generations.Generations;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The nameless images that pets which were made anew stand on: each of the layers of a generation, and gone with the last
 * container that was made from it.
 *
 * <p>Not the generations themselves: rootless Podman keeps a copy of all files of an image beside it, with the ids of its
 * user, for as long as it keeps an image that a container was made of; and what no container was made of can go.
 */
final class PetContents {
    /** Names the pet that an image holds the content of. */
    private static final String PET = "dev.hearth-image.content-of";

    /** Tells whose pet that is. */
    private static final String OWNER = "dev.hearth-image.owner";

    /** Tells which of the pet's generations it has the layers of. */
    private static final String GENERATION = "dev.hearth-image.content-generation";

    private final Generations generations;
    private final ImageStore images;
    private final String owner;

    PetContents(Generations generations, ImageStore images, long owner) {
        this.generations = generations;
        this.images = images;
        this.owner = Long.toString(owner);
    }

    /** {@return an image for a container of a pet to be made from, with what a generation holds} */
    LocalImage of(PetName pet, Generation generation) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(PET, pet.value());
        labels.put(OWNER, owner);
        labels.put(GENERATION, Integer.toString(generation.number().value()));
        return generations.derive(generation, labels);
    }

    /** {@return an image for another pet, with what a generation holds; it is none of that pet's own generations} */
    LocalImage copyFor(PetName pet, Generation generation) {
        return generations.derive(generation, foreign(pet));
    }

    /** {@return an image for a pet, with what another image holds} */
    LocalImage copyFor(PetName pet, LocalImage image) {
        return images.derive(image.id(), foreign(pet));
    }

    private Map<String, String> foreign(PetName pet) {
        return Map.of(PET, pet.value(), OWNER, owner, GENERATION, "");
    }

    /** {@return the image that a pet's container was made from} */
    LocalImage of(Pet pet) {
        var id = pet.container().imageId();
        return images.find(id).orElseThrow(() -> new ImageNotFound(id));
    }

    /** {@return the generation whose content a pet was made with; nothing where that was its image} */
    Optional<GenerationNumber> standsOn(Pet pet) {
        return find(pet)
                .map(image -> image.labels().getOrDefault(GENERATION, ""))
                .filter(number -> number.matches("[1-9][0-9]{0,8}"))
                .map(number -> new GenerationNumber(Integer.parseInt(number)));
    }

    /** {@return labels of a pet's container that an image of its content is not to have} */
    static Map<String, String> hidden(PetSpec spec) {
        var labels = new LinkedHashMap<String, String>();
        // An image has its container's labels; with these it would make a pet of every container of it.
        PetContainer.labelNames(spec).forEach(name -> labels.put(name, ""));
        List.of(PET, OWNER, GENERATION).forEach(name -> labels.put(name, ""));
        return labels;
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

    /** Removes the images of a pet's contents that nothing else needs, the newest first. */
    void releaseAll(String pet) {
        images.images().stream()
                .filter(image -> isContent(image) && pet.equals(image.labels().get(PET)))
                .sorted(Comparator.comparing(LocalImage::created).reversed())
                .forEach(this::release);
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

    /** {@return the nameless image that a pet was made from; nothing where that has a name} */
    Optional<LocalImage> find(Pet pet) {
        return images.find(pet.container().imageId()).filter(this::isContent);
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

    private static List<LocalImage> joined(List<LocalImage> first, List<LocalImage> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static String bare(String id) {
        return id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
    }
}
