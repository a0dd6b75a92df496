package dev.hearth.core.lock;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A lock on something that only one hearth may work on at a time.
 *
 * <p>The kernel drops it with the process, however that ends; the file stays and names the last holder.
 */
public final class ExclusiveLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String UNNAMED = "another process";

    /** Those of this very process, with their holders: when it closes such a file elsewhere, the kernel drops the lock. */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private ExclusiveLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, waiting for another holder as long as is allowed.
     *
     * @param what the thing that is locked, as a message names it: {@code the pet 'dev'}
     * @param holder what to write into the file for others to see, such as {@code process 4711}
     * @param waiting called once, with the present holder, when there is something to wait for
     * @throws AlreadyLocked when the time is over
     */
    public static ExclusiveLock acquire(
            Path file, String what, String holder, Duration patience, Consumer<String> waiting) {
        long end = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            var lock = tryAcquire(file, holder);
            if (lock.isPresent()) {
                return lock.get();
            }
            var present = holder(file);
            if (System.nanoTime() >= end) {
                throw new AlreadyLocked(what, present);
            }
            if (!told) {
                waiting.accept(present);
                told = true;
            }
            pause();
        }
    }

    /** Takes the lock when it is free. */
    public static Optional<ExclusiveLock> tryAcquire(Path file, String holder) {
        if (HELD.putIfAbsent(file, holder) != null) {
            return Optional.empty();
        }
        var lock = Optional.<ExclusiveLock>empty();
        try {
            lock = open(file, holder);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static Optional<ExclusiveLock> open(Path file, String holder) {
        try {
            var channel = FileChannel.open(
                    file,
                    Set.of(CREATE, READ, WRITE, LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
                if (!locked) {
                    return Optional.empty();
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            return Optional.of(new ExclusiveLock(file, channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file);
        }
    }

    private static String holder(Path file) {
        var own = HELD.get(file);
        if (own != null) {
            return own;
        }
        try {
            var written = Printable.line(Files.readString(file));
            // Empty for the moment between taking the lock and writing the name.
            return written.isEmpty() ? UNNAMED : written;
        } catch (IOException e) {
            return UNNAMED;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        }
    }
}
