package dev.hearth.cli.os;

import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os health}. */
@Command(
        name = "health",
        description = "Show whether what runs works, or choose how that is found out.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Executable files in /etc/hearth/check/required.d are run when the system is up; one that ends with another",
            "status than 0 makes the boot one that went wrong, and so does a unit named in /etc/hearth/health.yaml. A",
            "new version that goes wrong in three boots is left, and the one before it boots again by itself. What is",
            "in wanted.d only tells.",
            "",
            "Examples:",
            "  hearth os health",
            "  hearth os health enable",
            "  hearth os health add --pet=dev",
            "  hearth os health run --again"
        })
public final class HealthCommand implements Runnable {
    private final ChosenBase base;
    private final Output output;

    @Mixin
    private FormatOption format;

    public HealthCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public void run() {
        var health = HostHealth.of(base);
        var report = health.judge().report(base.os().status());
        var view = HealthView.of(health.units().areEnabled(), report);
        output.page(format.format(), view, HealthView::lines);
    }
}
