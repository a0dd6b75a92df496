package dev.hearth.cli.packages;

import dev.hearth.packages.PackageAction;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth install}. */
@Command(
        name = "install",
        description = "Install packages in a pet.",
        footer = {
            "",
            "On the host, and without -c, it is looked at first where the packages belong, as `os advise` does:",
            "what has to be in the base, such as a kernel module, is refused with the command that layers it.",
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

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "Mean the ostree sysroot in a directory instead of this host's base.")
    private @Nullable Path sysroot;

    @Mixin
    private PackageOptions options;

    public InstallCommand(PackageChanges changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        changes.install(operand.pet(), operand.request(PackageAction.INSTALL), sysroot, options);
    }
}
