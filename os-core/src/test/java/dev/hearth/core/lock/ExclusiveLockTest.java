package dev.hearth.core.lock;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExclusiveLockTest {
    @TempDir
    Path directory;

    @Test
    void isFreeAgainAfterItsHolderClosedIt() {
        var file = directory.resolve("dev.lock");

        acquire(file).close();

        acquire(file).close();
        assertThat(file).hasContent("process 1");
    }

    @Test
    void isWrittenForItsOwnerOnly() throws IOException {
        var file = directory.resolve("dev.lock");

        acquire(file).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void namesTheHolderWhenPatienceIsOver() {
        var file = directory.resolve("dev.lock");

        try (var _ = acquire(file)) {
            assertThatThrownBy(() -> acquire(file))
                    .isInstanceOf(AlreadyLocked.class)
                    .hasMessage("Another hearth command (process 1) is working on the pet 'dev'");
        }
    }

    /** To the kernel a lock is a process's, and gone when that closes the file, whichever part of it does. */
    @Test
    void keepsOthersOutWhenItsOwnProcessHasTriedAgain() throws IOException, InterruptedException {
        var file = directory.resolve("dev.lock");

        try (var _ = acquire(file)) {
            assertThat(ExclusiveLock.tryAcquire(file, "process 1")).isEmpty();
            assertThatThrownBy(() -> acquire(file)).isInstanceOf(AlreadyLocked.class);

            var other = holder(file);
            release(other);
            assertThat(other.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void refusesALinkInPlaceOfTheFile() throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("dev.lock"), directory.resolve("elsewhere"));

        assertThatThrownBy(() -> acquire(link)).isInstanceOf(UncheckedIOException.class);
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void waitsForAnotherProcessAndSaysSoOnce() throws IOException, InterruptedException {
        var file = directory.resolve("dev.lock");
        var holder = holder(file);
        assertThat(holder.getInputStream().read()).isEqualTo('!');
        var waits = new ArrayList<String>();

        var lock = ExclusiveLock.acquire(file, "the pet 'dev'", "process 1", ofSeconds(20), present -> {
            waits.add(present);
            release(holder);
        });

        lock.close();
        assertThat(waits).containsExactly("the other");
        assertThat(holder.waitFor()).isZero();
    }

    private static ExclusiveLock acquire(Path file) {
        return ExclusiveLock.acquire(file, "the pet 'dev'", "process 1", ZERO, _ -> {});
    }

    private static Process holder(Path file) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .start();
    }

    private static void release(Process holder) {
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds a lock until its input ends, in a process of its own. */
    static final class Holder {
        static void main(String... args) throws IOException {
            try (var _ = ExclusiveLock.tryAcquire(Path.of(args[0]), "the other").orElseThrow()) {
                System.out.print('!');
                System.out.flush();
                assertThat(System.in.read()).isEqualTo(-1);
            }
        }
    }
}
