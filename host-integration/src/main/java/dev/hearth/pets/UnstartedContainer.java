package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.Privileges;
import dev.hearth.engine.ContainerRequest.Sharing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks at the files of images, which engines show of containers only: of one that is never started.
 *
 * <p>It has the name and the label of a pet that is being made, so that it is cleared away as one if this dies, and no
 * ids of its user's, which rootless Podman would copy all files for.
 */
final class UnstartedContainer {
    /** Of the host's only what needs neither a network nor a mount to be made. */
    private static final Sharing NOTHING_TO_MOUNT = new Sharing(true, false, false, false, false);

    private final ContainerEngine engine;

    UnstartedContainer(ContainerEngine engine) {
        this.engine = engine;
    }

    /** {@return what a look at an image says; the caller holds the lock of the pet's name} */
    <T> T look(Pet pet, String imageId, Function<ContainerId, T> look) {
        var id = engine.create(request(pet, imageId));
        try {
            return look.apply(id);
        } finally {
            engine.remove(id);
        }
    }

    private static ContainerRequest request(Pet pet, String imageId) {
        return new ContainerRequest(
                new MakingName(pet.name()).toString(),
                imageId,
                "0:0",
                ContainerPath.of("/"),
                List.of("/none"),
                Map.of(),
                List.of(),
                Map.of(PetSpec.LABEL, SpecLabel.write(pet.spec())),
                List.of(),
                NOTHING_TO_MOUNT,
                new Privileges(false, List.of(), true, false, List.of()),
                Limits.NONE,
                List.of(),
                List.of(),
                false,
                false,
                null,
                null);
    }
}
