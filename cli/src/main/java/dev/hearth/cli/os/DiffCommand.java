package dev.hearth.cli.os;

import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os diff}. */
@Command(
        name = "diff",
        description = "Show what differs between two deployments.",
        footer = {
            "",
            "Without any, the latest step is shown: from what runs to what boots next or, where that is the same,",
            "from the older deployment to what runs.",
            "",
            "Examples:",
            "  hearth os diff",
            "  hearth os diff 1 0 --files",
            "  hearth os diff 42.20260801.0"
        })
public final class DiffCommand implements Runnable {
    private final ChosenBase base;
    private final Output output;

    @Parameters(
            index = "0",
            paramLabel = "DEPLOYMENT",
            arity = "0..1",
            description = "The first, by its index, version or checksum; else what is in use.")
    private @Nullable String from;

    @Parameters(
            index = "1",
            paramLabel = "DEPLOYMENT",
            arity = "0..1",
            description = "The second; with one alone it is compared with what is in use.")
    private @Nullable String to;

    @Option(names = "--files", description = "List the files that differ, too.")
    private boolean files;

    @Mixin
    private FormatOption format;

    public DiffCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public void run() {
        var view = DiffView.of(base.os().diff(from, to));
        output.page(format.format(), view, (shown, page) -> shown.lines(page, files));
    }
}
