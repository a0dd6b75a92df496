package dev.hearth.cli.packages;

import dev.hearth.packages.PackageAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth install}. */
@Command(
        name = "install",
        description = "Install packages in a pet.",
        footer = {
            "",
            "The pet's own package manager does it, in the pet as it runs: shells in it go on. What it was",
            "is saved first; when the package manager fails half-way, the pet is made anew from that, and",
            "what runs in it ends. What was asked for is remembered: `show` and `history` tell.",
            "",
            "Examples:",
            "  hearth install gdb",
            "  hearth install -c dev --dry-run gcc make",
            "  hearth install -c dev --yes --quiet gdb=13.1-3"
        })
public final class InstallCommand implements Runnable {
    private final PackageChanges changes;

    @Mixin
    private PackageOperand operand;

    @Mixin
    private PackageOptions options;

    public InstallCommand(PackageChanges changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.make(operand.pet(), operand.request(PackageAction.INSTALL), options);
    }
}
