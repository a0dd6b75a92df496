package dev.hearth.os.ostree;

import dev.hearth.os.Space;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The room in the repository below which ostree writes no more.
 *
 * <p>Ostree itself looks with each object that it has fetched: by then all that found room was fetched for nothing.
 */
final class FetchRoom {
    private static final String GROUP = "core";

    private final Path repository;
    private final Function<Path, Space> space;

    FetchRoom(Path repository) {
        this(repository, Space::of);
    }

    FetchRoom(Path repository, Function<Path, Space> space) {
        this.repository = repository;
        this.space = space;
    }

    /** {@return whether ostree would refuse to write anything; never where the machine has a rule of its own for it} */
    boolean isUsedUp() {
        return !hasOwnRule() && space.apply(repository).isTooLittleToFetch();
    }

    /** {@return the failure, in numbers} */
    NoSpaceForBase failure() {
        var room = space.apply(repository);
        return NoSpaceForBase.beforehand(room.leastToFetch(), room.free());
    }

    private boolean hasOwnRule() {
        var configuration = ConfigurationFile.read(repository.resolve("config"));
        return Stream.of("min-free-space-percent", "min-free-space-size")
                .anyMatch(key -> configuration.value(GROUP, key).isPresent());
    }
}
