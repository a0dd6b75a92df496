package dev.hearth.engine;

import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.lock.ExclusiveLock;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Starts Podman's service for the user, where no socket unit does. */
final class PodmanService {
    private static final Duration TO_COME_UP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Processes processes;
    private final Account account;
    private final HostPaths paths;
    private final Path log;
    private final PauseNamespace namespace;
    private final PodmanReadiness readiness;

    PodmanService(Processes processes, Account account, HostPaths paths, Path root, PodmanReadiness readiness) {
        this.processes = processes;
        this.account = account;
        this.paths = paths;
        this.log = paths.state().resolve("podman-service.log");
        this.namespace = new PauseNamespace(processes, account.name(), root);
        this.readiness = readiness;
    }

    boolean isInstalled() {
        return processes.locate("podman").isPresent();
    }

    /**
     * Starts the service, which ends by itself when nobody has used it for five minutes.
     *
     * @return what the question yields as soon as somebody on the socket answers it
     * @throws PodmanUnprepared when it could run nothing
     */
    <T> T start(Path socket, Supplier<T> question) {
        var lock = PrivateFiles.directory(paths.runtime(), account.uid()).resolve("podman-service.lock");
        try (var _ = ExclusiveLock.acquire(lock, "the start of Podman's service", "hearth", TO_COME_UP, _ -> {})) {
            // Asked again: another hearth may have started it while this one waited for the lock.
            return answered(question).orElseGet(() -> {
                launch(socket);
                return awaited(question);
            });
        }
    }

    private void launch(Path socket) {
        requireRuntimeDirectory(socket);
        readiness.require();
        try {
            Files.createDirectories(socket.getParent());
            PrivateFiles.directory(paths.state(), account.uid());
            // A service that was killed leaves its socket behind, and a new one does not take its place.
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!account.isRoot()) {
            namespace.prepare();
        }
        processes.startDetached(Command.of("podman", "system", "service", "--time=300", "unix://" + socket), log);
    }

    /** The login makes it, and Podman keeps there what must not outlive a boot: another place would not do. */
    private void requireRuntimeDirectory(Path socket) {
        var podmans = socket.getParent();
        var runtime = podmans == null ? null : podmans.getParent();
        if (!account.isRoot() && runtime != null && !Files.isWritable(runtime)) {
            throw new NoRuntimeDirectory(runtime);
        }
    }

    private <T> T awaited(Supplier<T> question) {
        long deadline = System.nanoTime() + TO_COME_UP.toNanos();
        var answer = answered(question);
        while (answer.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new PodmanServiceFailed(log);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            answer = answered(question);
        }
        return answer.get();
    }

    private static <T> Optional<T> answered(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (EngineUnreachable _) {
            return Optional.empty();
        }
    }
}
