package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.lock.ExclusiveLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One changing command at a time on one pet. */
final class PetLocks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PrivateDirectory directory;
    private final String holder;

    /**
     * Keeps the locks in a directory of their own.
     *
     * @param holder how this process is named to another that waits for it
     */
    PetLocks(PrivateDirectory directory, String holder) {
        this.directory = directory;
        this.holder = holder;
    }

    /**
     * Takes the lock of a pet, or of a name for one.
     *
     * @throws dev.hearth.core.lock.AlreadyLocked when another command does not finish in time
     */
    ExclusiveLock acquire(PetName name, Narrator narrator) {
        return ExclusiveLock.acquire(file(name), "the pet '" + name + "'", holder, PATIENCE, narrator::waitingFor);
    }

    /** Takes the lock when it is free; when it is not, a living command works on the pet. */
    Optional<ExclusiveLock> tryAcquire(PetName name) {
        return ExclusiveLock.tryAcquire(file(name), holder);
    }

    private Path file(PetName name) {
        return directory.prepared().resolve("pet-" + name + ".lock");
    }
}
