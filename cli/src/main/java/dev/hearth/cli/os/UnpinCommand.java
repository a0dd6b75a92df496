package dev.hearth.cli.os;

import dev.hearth.os.Change;
import dev.hearth.os.DeploymentSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os unpin}. */
@Command(
        name = "unpin",
        description = "Keep a deployment no longer than others.",
        footer = {"", "Examples:", "  hearth os unpin 2"})
public final class UnpinCommand implements Runnable {
    private final Changes changes;

    @Parameters(paramLabel = "DEPLOYMENT", description = "Its index, version or checksum, as `hearth os status` shows.")
    private String deployment;

    @Mixin
    private ChangeOptions options;

    public UnpinCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        int index = new DeploymentSelection(changes.base().os().status()).index(deployment);
        changes.make(new Change.Pin(index, false), options);
    }
}
