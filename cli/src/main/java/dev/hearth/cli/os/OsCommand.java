package dev.hearth.cli.os;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code hearth os}, which only has commands of its own. */
@Command(
        name = "os",
        description = "Keep the immutable base: its versions, layers, kernel arguments and configuration.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  hearth os status",
            "  hearth os upgrade --preview",
            "  hearth os rollback --dry-run"
        })
public final class OsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Mean the ostree sysroot in a directory instead of this host.")
    private @Nullable Path sysroot;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do with the base is missing");
    }

    /** {@return the directory that is meant instead of this host} */
    public Optional<Path> sysroot() {
        return Optional.ofNullable(sysroot);
    }
}
