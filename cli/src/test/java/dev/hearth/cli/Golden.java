package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a committed file; {@code -Dgolden.update=true} rewrites the file instead. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Compares with a file below the golden resources. */
    public static void verify(String name, String actual) {
        verify(RESOURCES.resolve(name), actual);
    }

    /** Compares with any file of the project. */
    public static void verify(Path file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).exists();
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
