package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerRequest.Limits;
import dev.hearth.engine.ContainerRequest.Privileges;
import dev.hearth.engine.ContainerRequest.Sharing;
import dev.hearth.guest.GuestFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Tries an image for a pet that goes on meanwhile: in a container that sees nothing of the host but its network, and
 * none of the pet's volumes, ports and services.
 *
 * <p>It has the name and the label of a pet that is being made, so that it is cleared away as one if this dies, and no
 * ids of its user's, which rootless Podman would copy all files for.
 */
final class TrialContainer {
    private static final Sharing NETWORK = new Sharing(true, false, false, false, false);
    private static final List<String> AS_LONG_AS_NEEDED = List.of("sleep", "2147483647");

    private final ContainerEngine engine;

    TrialContainer(ContainerEngine engine) {
        this.engine = engine;
    }

    /** {@return what a trial says; the caller holds the lock of the pet's name} */
    <T> T of(PetName name, PetSpec spec, Function<ContainerId, T> trial) {
        var id = engine.create(request(name, spec));
        try {
            engine.start(id);
            engine.exec(id, GuestFiles.installation(), _ -> {});
            return trial.apply(id);
        } finally {
            engine.remove(id);
        }
    }

    private static ContainerRequest request(PetName name, PetSpec spec) {
        return new ContainerRequest(
                new MakingName(name).toString(),
                spec.imageId(),
                "0:0",
                ContainerPath.of("/"),
                AS_LONG_AS_NEEDED,
                // What the pet reaches package sources through may be among these.
                spec.environment(),
                List.of(),
                Map.of(PetSpec.LABEL, SpecLabel.write(spec)),
                List.of(),
                NETWORK,
                new Privileges(false, List.of(), true, false, List.of()),
                Limits.NONE,
                List.of(),
                List.of(),
                false,
                false,
                Objects.toString(spec.platform(), null),
                null);
    }
}
