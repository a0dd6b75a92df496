package dev.hearth.os.packages;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the host's {@code rpm} what the packages of a tree consist of. */
final class RpmContents implements PackageContents {
    private final Processes processes;
    private final RpmCopy copy;

    private RpmContents(Processes processes, RpmCopy copy) {
        this.processes = processes;
        this.copy = copy;
    }

    static RpmContents of(Processes processes, Path database) throws IOException {
        if (processes.locate("rpm").isEmpty()) {
            throw new RpmMissing(database);
        }
        return new RpmContents(processes, RpmCopy.of(database));
    }

    @Override
    public Optional<PackageContent> read(String name) {
        return query(name, false);
    }

    @Override
    public Optional<PackageContent> called(String name) {
        return query(name, false).or(() -> query(name, true));
    }

    private Optional<PackageContent> query(String name, boolean provided) {
        var finished =
                processes.run(Command.of("rpm", "--dbpath", copy.directory().toString(), "--query")
                        .withIf(provided, "--whatprovides")
                        .with("--queryformat", RpmListing.FORMAT, "--", name)
                        .withEnvironment("LC_ALL", "C.UTF-8"));
        return finished.succeeded() ? RpmListing.parse(finished.out()) : Optional.empty();
    }

    @Override
    public void close() {
        copy.close();
    }
}
