package dev.hearth.cli.os;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os health run}. */
@Command(
        name = "run",
        description = "Judge this boot, as the system does once all is up.",
        footer = {
            "",
            "Each boot is judged once, and what follows is done: the machine tries again, or the deployment before is",
            "brought back, and it reboots. With --again, or where boots are not judged by themselves, the checks are",
            "run and nothing follows. The exit status is 12 when something that is required is wrong.",
            "",
            "Examples:",
            "  hearth os health run --again",
            "  hearth os health run --again --format=json"
        })
public final class HealthRunCommand implements Callable<Integer> {
    private final ChosenBase base;
    private final Changes changes;
    private final Requester requester;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Option(names = "--again", description = "Run the checks anew in a boot that was judged.")
    private boolean again;

    @Mixin
    private FormatOption format;

    public HealthRunCommand(
            ChosenBase base, Changes changes, Requester requester, ConsoleNarrator narrator, Output output) {
        this.base = base;
        this.changes = changes;
        this.requester = requester;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public Integer call() {
        requester.requireRoot();
        var health = HostHealth.of(base);
        boolean look = again || !health.units().areEnabled();
        var verdict = health.judge().judge(requester.request(null), look, new ConsoleOsNarrator(narrator));
        output.page(format.format(), HealthRunView.of(verdict), HealthRunView::lines);
        if (verdict.reboot()) {
            changes.reboot();
        }
        return verdict.isWell() ? ExitStatus.OK : ExitStatus.WRONG;
    }
}
