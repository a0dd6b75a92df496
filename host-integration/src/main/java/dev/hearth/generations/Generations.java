package dev.hearth.generations;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The generations that an engine keeps; its images are the one record of them.
 *
 * <p>Each has a name that tells the pet's identity and its number, since engines clear images away that have none; a pinned
 * one has two. An image is a generation when its labels and its name say so alike, and none any more when it loses the
 * name: engines keep what others are stacked upon.
 */
public final class Generations {
    private static final String NAMED = "localhost/hearth/generation";
    private static final String PINNED = "localhost/hearth/pinned-generation";
    private static final String ASIDE = "localhost/hearth/replaced-generation";
    private static final Comparator<Generation> BY_NUMBER = Comparator.comparing(Generation::number);

    private final ContainerEngine engine;
    private final ImageStore images;

    public Generations(ContainerEngine engine, ImageStore images) {
        this.engine = engine;
        this.images = images;
    }

    /** {@return all that is to be known of a generation, as labels of its image} */
    public static Map<String, String> labels(Generation generation) {
        return GenerationLabels.write(generation);
    }

    /** {@return what such labels say, but for the image that has them; nothing when they cannot be read} */
    public static Optional<Generation> read(Map<String, String> labels, boolean pinned) {
        return GenerationLabels.read(labels, "", pinned);
    }

    /** {@return what the image of a generation is called} */
    public static List<ImageReference> names(Generation generation) {
        return generation.pinned()
                ? List.of(name(NAMED, generation), name(PINNED, generation))
                : List.of(name(NAMED, generation));
    }

    /** {@return those of a pet, oldest first} */
    public List<Generation> of(PetIdentity pet) {
        return images.images().stream()
                .flatMap(image -> read(image).stream())
                .filter(generation -> generation.pet().equals(pet))
                .sorted(BY_NUMBER)
                .toList();
    }

    /** {@return those of all pets of an owner, each pet's oldest first} */
    public Map<PetIdentity, List<Generation>> all(long owner) {
        var all = new LinkedHashMap<PetIdentity, List<Generation>>();
        images.images().stream()
                .flatMap(image -> read(image).stream())
                .filter(generation -> generation.pet().owner() == owner)
                .sorted(BY_NUMBER)
                .forEach(generation -> all.computeIfAbsent(generation.pet(), _ -> new ArrayList<>())
                        .add(generation));
        return all;
    }

    /** Removes what was put aside for a pet by something that was cut off. */
    public void clearAside(PetIdentity pet) {
        var begin = ASIDE + ":" + pet.key() + ".";
        images.images().stream()
                .flatMap(image -> image.names().stream())
                .filter(name -> name.startsWith(begin))
                .forEach(name -> remove(ImageReference.parse(name)));
    }

    /**
     * Puts another image in the place of a generation's; at any moment one of the two is there.
     *
     * @param other makes it, under the name that it is given
     * @return the generation with that image
     */
    public Generation replace(Generation generation, BiFunction<LocalImage, ImageReference, LocalImage> other) {
        var old = image(generation);
        var aside = name(ASIDE, generation);
        images.tag(old.id(), aside);
        var image = other.apply(old, name(NAMED, generation));
        if (generation.pinned()) {
            images.tag(image.id(), name(PINNED, generation));
        }
        remove(aside);
        return read(image(image.id())).orElseThrow(() -> new ImageNotFound(image.id()));
    }

    /**
     * Saves what a container has in its own files.
     *
     * @param generation all that is to be known of it, without an image
     * @param labels of the container that the image is not to have
     * @return the generation with its image
     */
    public Generation save(ContainerId container, Generation generation, Map<String, String> labels) {
        var all = new LinkedHashMap<>(labels);
        all.putAll(GenerationLabels.write(generation));
        var id = engine.commit(container, name(NAMED, generation), all);
        if (generation.pinned()) {
            images.tag(id, name(PINNED, generation));
        }
        return read(image(id)).orElseThrow(() -> new ImageNotFound(id));
    }

    /** {@return an image of a generation that is none itself, for a container to be made from} */
    public LocalImage derive(Generation generation, Map<String, String> labels) {
        var all = GenerationLabels.none();
        all.putAll(labels);
        return images.derive(generation.imageId(), all);
    }

    /** {@return the image of a generation, with all that an engine says of it} */
    public LocalImage image(Generation generation) {
        return image(generation.imageId());
    }

    /** Keeps a generation whatever a policy says, or no longer. */
    public void pin(Generation generation, boolean pinned) {
        if (pinned && !generation.pinned()) {
            images.tag(generation.imageId(), name(PINNED, generation));
        } else if (!pinned && generation.pinned()) {
            remove(name(PINNED, generation));
        }
    }

    /**
     * Removes a generation; the engine keeps what others need of it.
     *
     * @throws dev.hearth.images.ImageInUse when somebody made a container of it
     */
    public void remove(Generation generation) {
        if (generation.pinned()) {
            remove(name(PINNED, generation));
        }
        remove(name(NAMED, generation));
    }

    private void remove(ImageReference name) {
        try {
            images.remove(name.toString());
        } catch (ImageNotFound _) {
            // Which is what was asked for.
        }
    }

    private LocalImage image(String id) {
        return images.find(id).orElseThrow(() -> new ImageNotFound(id));
    }

    private static Optional<Generation> read(LocalImage image) {
        return GenerationLabels.read(image, false)
                .filter(generation ->
                        image.names().contains(name(NAMED, generation).toString()))
                .flatMap(generation -> GenerationLabels.read(
                        image, image.names().contains(name(PINNED, generation).toString())));
    }

    private static ImageReference name(String repository, Generation generation) {
        return ImageReference.parse("%s:%s.%d"
                .formatted(
                        repository, generation.pet().key(), generation.number().value()));
    }
}
