package dev.hearth.cli.provider;

import dev.hearth.cli.os.ConsoleOsNarrator;
import dev.hearth.cli.os.MachineOptions;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.os.gate.Gate;
import dev.hearth.os.rollout.Span;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os gate}. */
@Command(
        name = "gate",
        description = "Boot a composed commit in a virtual machine, and have checks look at it there.",
        footer = {
            "",
            "The machine has no network, and a disk that is thrown away. Each executable file of the",
            "directory is run in it, as root, after all else has started; it passes by ending with status 0.",
            "What was found is signed and kept with the commit, for `hearth os release`. The exit status is",
            "12 when a check failed.",
            "",
            "Examples:",
            "  hearth os gate example/12/base --check checks --repo /srv/base --key releases@example.org",
            "  hearth os gate example/12/base --check checks --kvm --repo /srv/base --key 0x5A2B"
        })
public final class GateCommand implements Callable<Integer> {
    private static final int MEGABYTES = 1024;

    private final Workplace place;

    @Parameters(paramLabel = "REF", description = "The branch whose newest commit is meant, or a checksum.")
    private String ref;

    @Option(names = "--check", paramLabel = "DIR", required = true, description = "The directory with the checks.")
    private Path checks;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--check-time",
            paramLabel = "TIME",
            defaultValue = "2m",
            description = "How long each check may take; 2m by default.")
    private String checkTime;

    @Mixin
    private RepositoryOption repository;

    @Mixin
    private KeyOptions key;

    @Mixin
    private FormatOption format;

    public GateCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        place.requireRoot("boot a base");
        var gate = new Gate(repository.repository(place.directory(), place.processes()), place.clock());
        var verdict = gate.judge(
                ref,
                place.resolve(checks),
                Span.parse(checkTime),
                machine.hardware(MEGABYTES),
                key.key(place.directory(), place.processes()),
                new ConsoleOsNarrator(place.narrator()));
        place.output().page(format.format(), GateView.of(verdict, gate.console(verdict)), GateView::lines);
        return verdict.passed() ? ExitStatus.OK : ExitStatus.WRONG;
    }
}
