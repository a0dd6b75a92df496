package dev.hearth.os.ostree;

import dev.hearth.core.files.DurableFiles;
import dev.hearth.os.DeploymentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What was left to a shutdown, written down where it is found after the next boot, however that came about. */
final class StagedNote {
    private static final String GROUP = "staged";

    private final Path file;

    StagedNote(Sysroot sysroot) {
        file = sysroot.extension().resolve("staged");
    }

    /**
     * What was left to it.
     *
     * @param deployment as {@link DeploymentId} writes itself
     * @param merged whether its configuration is merged by lines
     */
    record Entry(String deployment, boolean merged) {
        Entry(DeploymentId deployment, boolean merged) {
            this(deployment.toString(), merged);
        }

        boolean isAbout(DeploymentId id) {
            return deployment.equals(id.toString());
        }
    }

    void write(Entry entry) {
        DurableFiles.write(
                file,
                KeyFile.EMPTY
                        .with(GROUP, "deployment", entry.deployment())
                        .with(GROUP, "merged", Boolean.toString(entry.merged()))
                        .toString());
    }

    /** {@return what was written last; empty when nothing is left to a shutdown, and for those who may not know} */
    Optional<Entry> read() {
        try {
            var keys = KeyFile.parse(TextFile.read(file));
            return keys.value(GROUP, "deployment").map(deployment -> new Entry(deployment, keys.flag(GROUP, "merged")));
        } catch (NoSuchFileException | AccessDeniedException | KeyFile.Malformed | TextFile.NoText _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void erase() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
