package dev.hearth.cli.os;

import dev.hearth.os.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os cancel}. */
@Command(
        name = "cancel",
        description = "Stop what the engine is doing.",
        footer = {"", "Examples:", "  hearth os cancel"})
public final class CancelCommand implements Runnable {
    private final Changes changes;

    @Mixin
    private ChangeOptions options;

    public CancelCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(new Change.Cancel(), options);
    }
}
