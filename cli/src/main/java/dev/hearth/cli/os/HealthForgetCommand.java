package dev.hearth.cli.os;

import dev.hearth.os.health.HealthState.Rejected;
import picocli.CommandLine.Command;

/** {@code hearth os health forget}. */
@Command(
        name = "forget",
        description = "Forget which versions were left, so that automatic updates take them again.",
        footer = {"", "Examples:", "  hearth os health forget"})
public final class HealthForgetCommand implements Runnable {
    private final HealthActions actions;

    public HealthForgetCommand(HealthActions actions) {
        this.actions = actions;
    }

    @Override
    public void run() {
        actions.requester().requireRoot();
        var forgotten =
                actions.health().judge().forgive().stream().map(Rejected::name).toList();
        actions.confirm(
                forgotten.isEmpty()
                        ? "Nothing is known against any version"
                        : "Nothing is known any more against " + String.join(", ", forgotten));
    }
}
