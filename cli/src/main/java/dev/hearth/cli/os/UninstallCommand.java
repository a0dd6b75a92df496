package dev.hearth.cli.os;

import dev.hearth.os.Change;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os uninstall}. */
@Command(
        name = "uninstall",
        aliases = "remove",
        description = "Take requests for layered packages back.",
        footer = {"", "Examples:", "  hearth os uninstall htop", "  hearth os remove htop --dry-run"})
public final class UninstallCommand implements Runnable {
    private final Changes changes;

    @Parameters(
            paramLabel = "REQUEST",
            arity = "1..*",
            description = "What was asked for, as `hearth os status` lists it.")
    private List<String> requests = List.of();

    @Option(
            names = {"-C", "--cache-only"},
            description = "Use what was fetched before, and no network.")
    private boolean cacheOnly;

    @Option(names = "--strict", description = "Refuse when a layered package fails, instead of setting it aside.")
    private boolean strict;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public UninstallCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Packages(List.of(), List.of(), null, requests, cacheOnly, strict), options, boot);
    }
}
