package dev.hearth.cli.os;

import dev.hearth.cli.output.ConsoleNarrator;
import picocli.CommandLine.Command;

/** {@code hearth os finish}. */
@Command(
        name = "finish",
        description = "Finish what was left to the shutdown, as the system does.",
        footer = {
            "",
            "A new deployment of the ostree engine is staged: libostree takes the configuration over when the machine",
            "shuts down, file by file. Then this merges by lines what both sides have changed. While nothing was written",
            "out, it does nothing.",
            "",
            "Example:",
            "  hearth os finish"
        })
public final class FinishCommand implements Runnable {
    private final ChosenBase base;
    private final Requester requester;
    private final ConsoleNarrator narrator;

    public FinishCommand(ChosenBase base, Requester requester, ConsoleNarrator narrator) {
        this.base = base;
        this.requester = requester;
        this.narrator = narrator;
    }

    @Override
    public void run() {
        requester.requireRoot();
        var finished = base.os().finish(new ConsoleOsNarrator(narrator));
        narrator.confirm(finished.map(deployment -> "The deployment " + deployment.abbreviated() + " is ready to boot")
                .orElse("Nothing was left to be finished"));
    }
}
