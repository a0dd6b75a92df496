package dev.hearth.cli.os;

import dev.hearth.os.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os deploy}. */
@Command(
        name = "deploy",
        description = "Go to a certain version of what the base follows, until the next upgrade.",
        footer = {"", "Examples:", "  hearth os deploy 42.20260901.0", "  hearth os deploy 8c1662056626"})
public final class DeployCommand implements Runnable {
    private final Changes changes;

    @Parameters(paramLabel = "VERSION", description = "A version, or a checksum or its beginning.")
    private String version;

    @Option(names = "--strict", description = "Refuse when a layered package fails, instead of setting it aside.")
    private boolean strict;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public DeployCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Deploy(version, strict), options, boot);
    }
}
