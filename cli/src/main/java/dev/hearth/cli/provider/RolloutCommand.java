package dev.hearth.cli.provider;

import dev.hearth.cli.output.FormatOption;
import dev.hearth.os.rollout.Scenario;
import dev.hearth.os.rollout.Simulation;
import dev.hearth.os.rollout.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os rollout}. */
@Command(
        name = "rollout",
        description = "Work out what a bad release would hit, by the time over which it is released.",
        footer = {
            "",
            "It plays through a release that breaks some machines, with the code by which machines decide.",
            "Some of the broken ones are reported; after enough reports, and some time, the release is",
            "withdrawn. What was seen with a million machines is in docs/rollout.md.",
            "",
            "Examples:",
            "  hearth os rollout",
            "  hearth os rollout --machines 20000 --over 12h --over 5d --breaks 5"
        })
public final class RolloutCommand implements Runnable {
    /** A Monday, between two visits of hearth's timer. */
    private static final Instant RELEASED = Instant.parse("2026-11-02T10:00:00Z");

    private static final double PERCENT = 100;
    private static final int MOST = 5_000_000;

    private final Workplace place;

    @Option(
            names = "--machines",
            paramLabel = "NUMBER",
            defaultValue = "1000000",
            description = "How many machines there are; a million by default.")
    private int machines;

    @Option(
            names = "--over",
            paramLabel = "TIME",
            defaultValue = "0,12h,2d,7d",
            split = ",",
            description = "The time over which it is released; may be repeated. 0, 12h, 2d and 7d by default.")
    private List<String> over = List.of();

    @Option(
            names = "--breaks",
            paramLabel = "PERCENT",
            defaultValue = "1",
            description = "How many of 100 machines it breaks; 1 by default.")
    private double breaks;

    @Option(
            names = "--reported",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "How many of 100 broken machines somebody reports; 10 by default.")
    private double reported;

    @Option(
            names = "--reports",
            paramLabel = "NUMBER",
            defaultValue = "10",
            description = "How many reports it takes until somebody looks; 10 by default.")
    private int reports;

    @Option(
            names = "--report-after",
            paramLabel = "TIME",
            defaultValue = "4h",
            description = "How long after the update a report comes in; 4h by default.")
    private String reportAfter;

    @Option(
            names = "--reaction",
            paramLabel = "TIME",
            defaultValue = "2h",
            description = "How long it then takes to withdraw it; 2h by default.")
    private String reaction;

    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1", description = "Of all that is left to chance.")
    private long seed;

    @Mixin
    private FormatOption format;

    public RolloutCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        require(machines > 0 && machines <= MOST, "--machines", "from 1 to " + MOST);
        require(breaks > 0 && breaks <= PERCENT, "--breaks", "more than 0, and 100 at most");
        require(reported >= 0 && reported <= PERCENT, "--reported", "from 0 to 100");
        require(reports > 0, "--reports", "1 or more");
        var windows = over.stream().map(Span::parse).toList();
        var rows = windows.stream()
                .map(window -> RolloutView.Row.of(Simulation.play(scenario(window))))
                .toList();
        place.output().page(format.format(), new RolloutView(machines, rows), RolloutView::lines);
    }

    private Scenario scenario(Duration window) {
        return new Scenario(
                machines,
                breaks / PERCENT,
                reported / PERCENT,
                Span.parse(reportAfter),
                reports,
                Span.parse(reaction),
                RELEASED,
                window,
                seed);
    }

    private static void require(boolean holds, String option, String what) {
        if (!holds) {
            throw new OutOfRange(option, what);
        }
    }
}
