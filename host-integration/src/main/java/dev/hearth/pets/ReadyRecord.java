package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers which start of which container was set up, by which version of the in-pet half, and with what of the host.
 *
 * <p>A pet that was started by the engine's own command, or with an older hearth, is so set up anew; one whose host has
 * other authorities by now, too.
 */
final class ReadyRecord {
    private final PrivateDirectory directory;
    private final Supplier<String> basis;

    /** Remembers starts in a directory, with what tells one version and host from another; asked when it is needed. */
    ReadyRecord(PrivateDirectory directory, Supplier<String> basis) {
        this.directory = directory;
        this.basis = basis;
    }

    /** {@return whether this start of the container was set up} */
    boolean holds(Container container) {
        try {
            var file = file(container.id());
            return Files.isRegularFile(file) && Files.readString(file).equals(content(container));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers that this start of the container was set up. */
    void write(Container container) {
        PrivateFiles.write(directory.prepared().resolve(container.id().value()), content(container));
    }

    /** {@return when the last start of a container was set up} */
    Optional<Instant> since(ContainerId id) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(id)).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a container. */
    void forget(ContainerId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(ContainerId id) {
        return directory.file(id.value());
    }

    private String content(Container container) {
        return container.started() + " " + basis.get() + "\n";
    }
}
