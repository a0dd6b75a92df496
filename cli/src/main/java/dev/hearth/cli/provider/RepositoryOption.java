package dev.hearth.cli.provider;

import dev.hearth.core.process.Processes;
import dev.hearth.os.repository.Repository;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command on a provider's repository. */
final class RepositoryOption {
    @Option(
            names = "--repo",
            paramLabel = "DIR",
            required = true,
            description = "The ostree repository that `compose` commits to.")
    private Path directory;

    Repository repository(Path working, Processes processes) {
        return new Repository(working.resolve(directory).normalize(), processes);
    }
}
