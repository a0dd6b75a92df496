package dev.hearth.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that programs wrote, kept beside the tests. */
public final class Recording {
    private Recording() {}

    /** {@return a text by its name below this package} */
    public static String text(String name) {
        try (var stream = Recording.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no recording " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
