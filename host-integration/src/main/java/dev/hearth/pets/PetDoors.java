package dev.hearth.pets;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.UnsafeDirectory;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.Mount.Bind;
import dev.hearth.engine.Mount.Propagation;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The directories of the host through which pets call that are kept from its files: one for each, all it sees of it.
 *
 * <p>A pet has its own from the start, empty for as long as it may do nothing: what it may do can change at any time, and
 * what it sees cannot. It is seen read-only. Pipes and sockets can be used there all the same, but what they are is the
 * host's to say: nothing in there can be a link, or somebody else's pipe.
 */
final class PetDoors {
    /** Names the directory. */
    static final String LABEL = "dev.hearth.door";

    private static final ContainerPath INSIDE = ContainerPath.of("/run/host/bridge");

    private final PrivateDirectory directory;
    private final RandomGenerator random;

    PetDoors(PrivateDirectory directory, RandomGenerator random) {
        this.directory = directory;
        this.random = random;
    }

    /** {@return the container to ask the engine for, with a directory if it is to have one and one can be made} */
    ContainerRequest withDoor(PetSpec spec, ContainerRequest request) {
        if (!PetMounts.isSeparate(spec)) {
            return request;
        }
        try {
            var own = made().toString();
            return request.withMount(new Bind(own, INSIDE, true, Propagation.PRIVATE))
                    .withLabel(LABEL, own);
        } catch (UnsafeDirectory | UncheckedIOException _) {
            // Such a pet may do nothing on the host, as long as nobody says otherwise: it is worth having without.
            return request;
        }
    }

    private Path made() {
        var door = directory.prepared().resolve(HexFormat.of().toHexDigits(random.nextLong()));
        return new PrivateDirectory(door, directory.owner()).prepared();
    }

    /** {@return the directory of a pet; absent where it has none, as pets of older hearths} */
    static Optional<Path> of(PetSpec spec, Container container) {
        return Optional.ofNullable(container.labels().get(LABEL))
                .filter(door -> PetMounts.isSeparate(spec) && !door.isEmpty())
                .map(Path::of);
    }

    /** {@return where a pet sees what is in its directory under that name} */
    static String inside(String name) {
        return INSIDE.resolve(name).value();
    }

    /** Sees to it that the directory of a pet which is to be started is there: without it an engine starts nothing. */
    void prepare(PetSpec spec, Container container) {
        of(spec, container)
                .filter(this::isOurs)
                .ifPresent(door -> new PrivateDirectory(door, directory.owner()).prepared());
    }

    /** Removes what was made for a container. */
    void forget(ContainerRequest request) {
        forget(request.labels().get(LABEL));
    }

    /** Removes what was made for a container. */
    void forget(Container container) {
        forget(container.labels().get(LABEL));
    }

    private void forget(@Nullable String label) {
        if (label != null && !label.isEmpty() && isOurs(Path.of(label))) {
            try {
                DirectoryTree.delete(Path.of(label));
            } catch (UncheckedIOException _) {
                // The agent clears up there as well, and an empty directory that is left is in nobody's way.
            }
        }
    }

    private boolean isOurs(Path door) {
        return directory.path().equals(door.getParent());
    }
}
