package dev.hearth.cli.packages;

import dev.hearth.packages.PackageAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth uninstall}. */
@Command(
        name = "uninstall",
        aliases = "remove",
        description = "Remove packages from a pet.",
        footer = {
            "",
            "What the pet was is saved first: `hearth rollback` brings all of it back. `hearth rm` removes pets.",
            "",
            "Examples:",
            "  hearth uninstall gdb",
            "  hearth remove -c dev --dry-run gcc"
        })
public final class UninstallCommand implements Runnable {
    private final PackageChanges changes;

    @Mixin
    private PackageOperand operand;

    @Mixin
    private PackageOptions options;

    public UninstallCommand(PackageChanges changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.remove(operand.pet(), operand.request(PackageAction.REMOVE), options);
    }
}
