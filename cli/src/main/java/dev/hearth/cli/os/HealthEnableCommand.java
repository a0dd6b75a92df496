package dev.hearth.cli.os;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os health enable}. */
@Command(
        name = "enable",
        description = "Have each boot judged, and a new version left that does not work.",
        footer = {
            "",
            "The deployment that runs now counts as one that works. It takes effect at the next boot.",
            "",
            "Examples:",
            "  hearth os health enable --dry-run",
            "  hearth os health enable"
        })
public final class HealthEnableCommand implements Runnable {
    private final HealthActions actions;

    @Mixin
    private ChangeOptions options;

    public HealthEnableCommand(HealthActions actions) {
        this.actions = actions;
    }

    @Override
    public void run() {
        boolean changed = actions.perform(actions.health().units().enabling(), options);
        if (!options.dryRun()) {
            actions.health().judge().trustBooted();
            actions.confirm(changed ? "Boots are judged from the next on" : "Boots are judged already");
        }
    }
}
