package dev.hearth.images.supply;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Leaves what mmdebstrap would leave, without making anything. */
final class PretendedMmdebstrap implements Processes {
    private int made;

    int made() {
        return made;
    }

    @Override
    public Finished run(Command command) {
        return new Finished(command, 0, "", "");
    }

    @Override
    public Finished stream(Command command, Consumer<String> line) {
        if (command.argv().contains("mmdebstrap")) {
            made++;
            var words = command.argv();
            var archive = Path.of(words.get(words.size() - 2));
            try {
                Files.writeString(archive, "an archive");
                Files.writeString(
                        archive.resolveSibling("packages"),
                        "Package: bash\nStatus: install ok installed\nVersion: 5.2\nArchitecture: amd64\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return run(command);
    }

    @Override
    public int runAttached(Command command) {
        throw new IllegalStateException("not expected: " + command);
    }

    @Override
    public long startDetached(Command command, Path log) {
        throw new IllegalStateException("not expected: " + command);
    }

    @Override
    public Optional<Path> locate(String program) {
        return Optional.of(Path.of("/usr/bin", program));
    }
}
