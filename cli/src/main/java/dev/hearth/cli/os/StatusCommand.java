package dev.hearth.cli.os;

import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.os.OsStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os status}. */
@Command(
        name = "status",
        description = "Show what is deployed, and what boots next.",
        footer = {"", "Examples:", "  hearth os status", "  hearth os status --format=json"})
public final class StatusCommand implements Runnable {
    private final ChosenBase base;
    private final Output output;

    @Mixin
    private FormatOption format;

    public StatusCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public void run() {
        var os = base.os();
        var status = os.status();
        var view = StatusView.of(
                status,
                os.pendingEffect(status).orElse(null),
                base.isHost() ? health(status) : null,
                base.checkup().trouble(status).orElse(null));
        output.page(format.format(), view, StatusText::lines);
    }

    private HealthView health(OsStatus status) {
        var health = base.health();
        return HealthView.of(health.units().areEnabled(), health.judge().report(status));
    }
}
