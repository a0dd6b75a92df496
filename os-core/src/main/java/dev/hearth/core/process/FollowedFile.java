package dev.hearth.core.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the lines of a file that somebody else is still writing.
 *
 * <p>A carriage return ends a line as well: programs rewrite their progress with it.
 */
final class FollowedFile implements AutoCloseable {
    private static final int STEP = 64 * 1024;

    private final InputStream input;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private boolean afterReturn;

    FollowedFile(Path file) throws IOException {
        input = Files.newInputStream(file);
    }

    /** Reads on, a bounded step at a time; {@return whether there was anything to read} */
    boolean advance(Consumer<String> line) throws IOException {
        var bytes = input.readNBytes(STEP);
        for (byte next : bytes) {
            boolean secondHalf = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (secondHalf) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                line.accept(take());
            } else {
                unfinished.write(next);
            }
        }
        return bytes.length > 0;
    }

    /** Hands over what stands after the last line end. */
    void finish(Consumer<String> line) {
        if (unfinished.size() > 0) {
            line.accept(take());
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private String take() {
        var line = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        return line;
    }
}
