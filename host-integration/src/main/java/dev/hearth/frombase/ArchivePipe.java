package dev.hearth.frombase;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has an archive written while it is read. One that could not be written to its end cannot be read to its end either. */
final class ArchivePipe implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final PipedInputStream read = new PipedInputStream(BUFFER);
    private final Thread writer;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean closed;

    /** Writes an archive. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    ArchivePipe(Writing writing) throws IOException {
        var written = new PipedOutputStream(read);
        writer = Thread.ofPlatform().start(() -> write(writing, written));
    }

    private void write(Writing writing, PipedOutputStream written) {
        try (written) {
            writing.to(written);
        } catch (IOException e) {
            failed(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        // Once nobody reads any more, it is no wonder that it cannot be written.
        if (!closed) {
            failure = e;
        }
    }

    /** {@return the archive, whose end is a failure where there is more that could not be written} */
    InputStream stream() {
        return new FilterInputStream(read) {
            @Override
            public int read() throws IOException {
                return whole(super.read());
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return whole(super.read(bytes, offset, length));
            }
        };
    }

    private int whole(int got) throws IOException {
        if (got < 0) {
            join();
            if (failure != null) {
                throw new IOException(failure);
            }
        }
        return got;
    }

    /** {@return what kept the archive from being written, so far} */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        read.close();
        join();
    }

    private void join() {
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
