package dev.hearth.cli.provider;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.core.host.Account;
import dev.hearth.core.process.Processes;
import dev.hearth.os.publish.Provider;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where a provider works, and how hearth speaks there.
 *
 * @param directory that relative paths go from
 * @param root of the machine
 * @param cache hearth's own
 * @param holder what others are told of this process
 */
public record Workplace(
        Path directory,
        Path root,
        Path cache,
        Account account,
        Clock clock,
        String holder,
        Processes processes,
        ConsoleNarrator narrator,
        Output output) {

    Provider provider(RepositoryOption option) {
        return new Provider(option.repository(directory, processes), clock);
    }

    Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }

    /**
     * Makes sure that this is root.
     *
     * @param doing what only root can do here
     */
    void requireRoot(String doing) {
        if (!account.isRoot()) {
            throw new ProviderRootNeeded(doing);
        }
    }
}
