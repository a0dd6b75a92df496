package dev.hearth.cli.os;

import dev.hearth.os.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os reset}. */
@Command(
        name = "reset",
        description = "Go back to the pure base, without layers and overrides.",
        footer = {
            "",
            "Without options all of it is taken back.",
            "",
            "Examples:",
            "  hearth os reset --dry-run",
            "  hearth os reset --overrides"
        })
public final class ResetCommand implements Runnable {
    private final Changes changes;

    @Option(
            names = {"-l", "--layers"},
            description = "Take layered packages away.")
    private boolean layers;

    @Option(
            names = {"-o", "--overrides"},
            description = "Take overrides back.")
    private boolean overrides;

    @Option(
            names = {"-i", "--initramfs"},
            description = "Use the base's own initial RAM disk.")
    private boolean initramfs;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    public ResetCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        boolean all = !layers && !overrides && !initramfs;
        changes.make(new Change.Reset(all || layers, all || overrides, all || initramfs), options, boot);
    }
}
