package dev.hearth.cli.provider;

import dev.hearth.core.process.Processes;
import dev.hearth.os.gpg.ProviderKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that signs. */
final class KeyOptions {
    @Option(
            names = "--key",
            paramLabel = "KEY",
            required = true,
            description = "The key of GnuPG to sign with: its id, fingerprint or address.")
    private String name;

    @Option(names = "--gnupg-home", paramLabel = "DIR", description = "Where GnuPG has it; else where it has yours.")
    private @Nullable Path home;

    ProviderKey key(Path working, Processes processes) {
        return ProviderKey.find(
                name, home == null ? null : working.resolve(home).normalize(), processes);
    }
}
