package dev.hearth.os.ostree;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.hearth.core.failure.Interrupted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ostree's own lock on a sysroot, held while hearth writes what ostree writes.
 *
 * <p>Never hold it while the {@code ostree} program runs: that would wait for it forever.
 */
final class SysrootLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FileChannel channel;

    private SysrootLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws SysrootBusy when another program holds it for too long
     */
    static SysrootLock acquire(Sysroot sysroot) {
        var file = sysroot.ostree().resolve("lock");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var lock = tryAcquire(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() >= end) {
                throw new SysrootBusy(sysroot.root());
            }
            pause();
        }
    }

    private static Optional<SysrootLock> tryAcquire(Path file) {
        try {
            var channel = FileChannel.open(file, CREATE, WRITE, LinkOption.NOFOLLOW_LINKS);
            boolean held = false;
            try {
                // Ostree removes the file when it lets go: a lock on a removed file is none.
                var opened = identity(file);
                held = channel.tryLock() != null && Objects.equals(opened, identity(file)) && opened != null;
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            return held ? Optional.of(new SysrootLock(channel)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object identity(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
