package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.engine.ContainerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Keeps what the last set-up of each pet said, since a pet that does not run cannot be asked for it. */
final class SetupLogs {
    private static final int LARGEST = 256 * 1024;

    private final PrivateDirectory directory;

    SetupLogs(PrivateDirectory directory) {
        this.directory = directory;
    }

    /** Keeps the last of these lines, in place of those of an earlier set-up; of one that said nothing, nothing. */
    void keep(ContainerId id, List<String> lines) {
        if (lines.isEmpty()) {
            forget(id);
        } else {
            PrivateFiles.write(directory.prepared().resolve(id.value()), bounded(lines));
        }
    }

    /** {@return the last lines that are kept of a container; none where nothing is} */
    List<String> last(ContainerId id, int lines) {
        try {
            var file = directory.file(id.value());
            var kept = Files.isRegularFile(file) ? Files.readAllLines(file) : List.<String>of();
            return List.copyOf(kept.subList(Math.max(0, kept.size() - lines), kept.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a container. */
    void forget(ContainerId id) {
        try {
            Files.deleteIfExists(directory.file(id.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bounded(List<String> lines) {
        var text = String.join("\n", lines) + "\n";
        return text.length() <= LARGEST ? text : text.substring(text.indexOf('\n', text.length() - LARGEST - 1) + 1);
    }
}
