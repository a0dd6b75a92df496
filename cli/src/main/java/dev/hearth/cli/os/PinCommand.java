package dev.hearth.cli.os;

import dev.hearth.os.Change;
import dev.hearth.os.DeploymentSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os pin}. */
@Command(
        name = "pin",
        description = "Keep a deployment whatever is cleaned up.",
        footer = {"", "Examples:", "  hearth os pin 0", "  hearth os pin 42.20260901.0"})
public final class PinCommand implements Runnable {
    private final Changes changes;

    @Parameters(paramLabel = "DEPLOYMENT", description = "Its index, version or checksum, as `hearth os status` shows.")
    private String deployment;

    @Mixin
    private ChangeOptions options;

    public PinCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        int index = new DeploymentSelection(changes.base().os().status()).index(deployment);
        changes.make(new Change.Pin(index, true), options);
    }
}
