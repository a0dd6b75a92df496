package dev.hearth.cli.os;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os try}. */
@Command(
        name = "try",
        description = "Boot what boots next in a virtual machine, and see whether it is healthy there.",
        footer = {
            "",
            "The machine has a copy of what boots next, with the configuration that it will have, and of what services",
            "keep in /var, but no network, none of the disks, no home and no pet. Checks find HEARTH_TRY=1 in their",
            "environment. Nothing of the base is changed. The exit status is 12 when something that is required fails.",
            "",
            "Examples:",
            "  hearth os upgrade",
            "  hearth os try",
            "  hearth os try --kvm --work=/srv/scratch --format=json"
        })
public final class TryCommand implements Callable<Integer> {
    /** A workstation's services with a desktop start in it. */
    private static final int MEGABYTES = 2048;

    private final ChosenBase base;
    private final Requester requester;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Make the copy in this directory; by default in /var/lib/hearth.")
    private @Nullable Path work;

    @Mixin
    private FormatOption format;

    public TryCommand(ChosenBase base, Requester requester, ConsoleNarrator narrator, Output output) {
        this.base = base;
        this.requester = requester;
        this.narrator = narrator;
        this.output = output;
    }

    @Override
    public Integer call() {
        requester.requireRootFor("try what boots next");
        var result = base.tryout(work).run(machine.hardware(MEGABYTES), new ConsoleOsNarrator(narrator));
        output.page(format.format(), TryView.of(result), TryView::lines);
        return result.passed() ? ExitStatus.OK : ExitStatus.WRONG;
    }
}
