package dev.hearth.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is sent along with a request.
 *
 * @param length in bytes; {@link #UNKNOWN} when it shows only at the end
 */
public record HttpBody(Source source, long length) {
    /** The length of a body that ends when it ends. */
    public static final long UNKNOWN = -1;

    /** {@return a body of these bytes} */
    public static HttpBody of(byte[] bytes) {
        return new HttpBody(() -> new ByteArrayInputStream(bytes), bytes.length);
    }

    /** {@return a body of a file's content} */
    public static HttpBody of(Path file) throws IOException {
        return new HttpBody(() -> Files.newInputStream(file), Files.size(file));
    }

    /** {@return a body of whatever a stream yields} */
    public static HttpBody of(InputStream stream) {
        return new HttpBody(() -> stream, UNKNOWN);
    }

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        /** Opens the bytes for one reading. */
        InputStream open() throws IOException;
    }
}
