package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes one layer of all that an image stacks, before the engine can stack no more; it shares nothing afterwards. */
final class Flattening {
    /** Docker stacks 125, and Podman as many as fit into the options of a mount; recipes and builds stack some, too. */
    static final int LAYERS = 100;

    private final ContainerEngine engine;
    private final ImageStore images;
    private final UnstartedContainer unstarted;

    Flattening(ContainerEngine engine, ImageStore images, UnstartedContainer unstarted) {
        this.engine = engine;
        this.images = images;
        this.unstarted = unstarted;
    }

    boolean isNeeded(LocalImage image) {
        return image.layers() >= LAYERS;
    }

    /** {@return an image of one layer with all that another one has} */
    LocalImage flatten(Pet pet, LocalImage image, ImageReference name) {
        return unstarted.look(
                pet,
                image.id(),
                id -> engine.files().export(id, tar -> images.importRootfs(tar, name, configuration(image))));
    }

    /** Lines have no place in what an import takes, and such variables are set by the pet's specification anyway. */
    private static ImageConfiguration configuration(LocalImage image) {
        Map<String, String> labels = image.labels().entrySet().stream()
                .filter(label -> label.getValue().lines().count() < 2)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var environment = image.environment().stream()
                .filter(variable -> variable.lines().count() < 2)
                .toList();
        return new ImageConfiguration(labels, environment, List.of());
    }
}
