package dev.hearth.cli.os;

import dev.hearth.os.Change;
import dev.hearth.os.DeploymentSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os undeploy}. */
@Command(
        name = "undeploy",
        description = "Drop a deployment.",
        footer = {"", "What runs, what is pinned and the last one are kept.", "", "Examples:", "  hearth os undeploy 1"
        })
public final class UndeployCommand implements Runnable {
    private final Changes changes;

    @Parameters(paramLabel = "DEPLOYMENT", description = "Its index, version or checksum, as `hearth os status` shows.")
    private String deployment;

    @Mixin
    private ChangeOptions options;

    public UndeployCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        int index = new DeploymentSelection(changes.base().os().status()).index(deployment);
        changes.make(new Change.Undeploy(index), options);
    }
}
