package dev.hearth.os.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.files.DurableFiles;
import dev.hearth.core.lock.ExclusiveLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps what is known of the health of deployments, where all of them have it.
 *
 * <p>Everybody may read it; what is written is on the disk before anything is done because of it.
 */
public final class HealthStore {
    private final Path directory;
    private final BootLog log;

    /**
     * Keeps it on a host.
     *
     * @param root of its file system
     */
    public HealthStore(Path root) {
        this.directory = root.resolve("var/lib/hearth/health");
        this.log = new BootLog(directory);
    }

    BootLog log() {
        return log;
    }

    /** {@return what is known; nothing where there is none, or it cannot be understood} */
    public HealthState read() {
        try {
            var text = Files.readString(file());
            var state = new JsonMapper().readValue(text, HealthState.class);
            return state == null ? HealthState.NONE : state;
        } catch (NoSuchFileException | JsonProcessingException _) {
            // What nobody can read must not keep a machine from being judged by what it does now.
            return HealthState.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it, and then what the script that counts boots reads of it. */
    void write(HealthState state) {
        prepare();
        try {
            DurableFiles.write(file(), new JsonMapper().writeValueAsString(state) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        var settled = new StringBuilder();
        state.settled().forEach(each -> settled.append(each.deployment()).append('\n'));
        DurableFiles.write(directory.resolve("settled"), settled.toString());
    }

    void prepare() {
        DurableFiles.directory(directory);
    }

    /** {@return the right to judge; empty while another process does} */
    Optional<ExclusiveLock> lock() {
        prepare();
        return ExclusiveLock.tryAcquire(directory.resolve("lock"), "hearth os health");
    }

    private Path file() {
        return directory.resolve("state.json");
    }
}
