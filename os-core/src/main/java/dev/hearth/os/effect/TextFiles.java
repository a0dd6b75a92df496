package dev.hearth.os.effect;

import dev.hearth.os.tree.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small text files of a tree. */
record TextFiles(Root root) {
    private static final long LARGEST = 1 << 20;

    /** {@return what a file says; nothing where there is none, where it may not be read, or is no such file} */
    String read(Path inside) {
        var found = root.find(inside).filter(Files::isRegularFile);
        try {
            return found.isPresent() && Files.size(found.get()) <= LARGEST
                    ? new String(Files.readAllBytes(found.get()), StandardCharsets.UTF_8)
                    : "";
        } catch (AccessDeniedException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
