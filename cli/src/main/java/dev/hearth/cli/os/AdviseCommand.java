package dev.hearth.cli.os;

import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os advise}. */
@Command(
        name = "advise",
        description = "Tell which packages have to be in the base, and which can live in a pet.",
        footer = {
            "",
            "A package is judged by what it consists of: a kernel module, a udev rule, a unit of the system or",
            "a setuid program, for example, is of no use in a pet. Without any named, all that are layered on",
            "what boots next are judged. A file is judged by itself, installed or not.",
            "",
            "Examples:",
            "  hearth os advise",
            "  hearth os advise fish --format=json",
            "  hearth os advise ./vendor-agent.rpm"
        })
public final class AdviseCommand implements Runnable {
    private final ChosenBase base;
    private final Output output;

    @Parameters(paramLabel = "REQUEST", arity = "0..*", description = "Packages of the base, or files of packages.")
    private List<String> packages = List.of();

    @Mixin
    private FormatOption format;

    public AdviseCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public void run() {
        var advisor = base.advisor();
        var advice = packages.isEmpty() ? advisor.layered() : advisor.on(packages);
        output.page(format.format(), AdviceView.of(advice), AdviceView::lines);
    }
}
