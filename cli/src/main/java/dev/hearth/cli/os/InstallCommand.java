package dev.hearth.cli.os;

import dev.hearth.os.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os install}. */
@Command(
        name = "install",
        description = "Layer packages onto the base.",
        footer = {
            "",
            "What only a developer needs is better installed in a pet: at once, with no reboot.",
            "",
            "A package from a file stays as it is, unless --update-from says where upgrades find newer ones:",
            "in a repository of dnf or apt, for apt with suite and components if it has them, or at the file's",
            "own address. It is reached by https, or is a repository signed with a key that this machine trusts.",
            "",
            "Examples:",
            "  hearth os install htop",
            "  hearth os install ./agent-1.2.x86_64.rpm --update-from=https://example.org/agent",
            "  hearth os install ./browser.deb --update-from=\"https://example.org/deb stable main\""
        })
public final class InstallCommand implements Runnable {
    private final Changes changes;

    @Parameters(
            paramLabel = "PACKAGE",
            arity = "1..*",
            description = "Names of packages, or files: a path, or what ends in .deb or .rpm.")
    private List<String> packages = List.of();

    @Option(names = "--update-from", paramLabel = "URL", description = "Look there for newer versions of the files.")
    private @Nullable String updateFrom;

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

    public InstallCommand(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void run() {
        var operands = PackageOperands.of(packages);
        if (updateFrom != null && operands.files().isEmpty()) {
            throw new NoFileToUpdate();
        }
        changes.make(
                new Change.Packages(operands.names(), operands.files(), updateFrom, List.of(), cacheOnly, strict),
                options,
                boot);
    }
}
