package dev.hearth.cli.os;

import dev.hearth.cli.output.Output;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentSelection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os kargs}. */
@Command(
        name = "kargs",
        description = "Show the kernel arguments, or boot with others.",
        footer = {
            "",
            "Examples:",
            "  hearth os kargs",
            "  hearth os kargs --append=quiet --delete=nomodeset",
            "  hearth os kargs --replace=console=tty0"
        })
public final class KernelArgumentsCommand implements Runnable {
    private final Changes changes;
    private final Output output;

    @Option(names = "--append", paramLabel = "ARGUMENT", description = "Add KEY or KEY=VALUE.")
    private List<String> append = List.of();

    @Option(names = "--replace", paramLabel = "ARGUMENT", description = "Put KEY=VALUE in place, or KEY=OLD=NEW.")
    private List<String> replace = List.of();

    @Option(names = "--delete", paramLabel = "ARGUMENT", description = "Take KEY or KEY=VALUE away.")
    private List<String> delete = List.of();

    @Option(
            names = "--deployment",
            paramLabel = "DEPLOYMENT",
            description = "Show those of this one; else of what boots next.")
    private @Nullable String deployment;

    @Mixin
    private ChangeOptions options;

    @Mixin
    private BootOptions boot;

    /**
     * What is printed.
     *
     * @param kernelArguments in their order
     */
    record View(List<String> kernelArguments) {}

    public KernelArgumentsCommand(Changes changes, Output output) {
        this.changes = changes;
        this.output = output;
    }

    @Override
    public void run() {
        if (!append.isEmpty() || !replace.isEmpty() || !delete.isEmpty()) {
            changes.make(new Change.KernelArguments(append, replace, delete), options, boot);
            return;
        }
        var status = changes.base().os().status();
        int index = deployment == null ? 0 : new DeploymentSelection(status).index(deployment);
        var arguments = status.deployments().stream()
                .skip(index)
                .findFirst()
                .map(Deployment::kernelArguments)
                .orElse(List.of());
        output.page(
                options.format(),
                new View(arguments),
                (view, _) -> List.of(Printable.line(String.join(" ", view.kernelArguments()))));
    }
}
