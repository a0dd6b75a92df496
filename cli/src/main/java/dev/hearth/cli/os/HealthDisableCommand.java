package dev.hearth.cli.os;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os health disable}. */
@Command(
        name = "disable",
        description = "Have boots judged no longer.",
        footer = {"", "The checks stay where they are.", "", "Examples:", "  hearth os health disable"})
public final class HealthDisableCommand implements Runnable {
    private final HealthActions actions;

    @Mixin
    private ChangeOptions options;

    public HealthDisableCommand(HealthActions actions) {
        this.actions = actions;
    }

    @Override
    public void run() {
        boolean changed = actions.perform(actions.health().units().disabling(), options);
        if (!options.dryRun()) {
            actions.confirm(changed ? "Boots are judged no longer" : "Boots are not judged already");
        }
    }
}
