package dev.hearth.cli.host;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.engine.EngineCandidate;
import dev.hearth.engine.EngineCandidate.Verdict;
import dev.hearth.engine.EngineSurvey;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth engine}. */
@Command(
        name = "engine",
        description = "Show the container engines that were found, which one is used, and why.",
        footer = {
            "",
            "Looked at in this order: --engine, HEARTH_ENGINE, the configuration, CONTAINER_HOST,",
            "DOCKER_HOST, Docker's context, Podman for this user, Podman for all, Docker.",
            "",
            "Examples:",
            "  hearth engine",
            "  hearth engine --engine=podman",
            "  hearth engine --format=json"
        })
public final class EngineCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("ENGINE", Row::engine),
            Column.<Row>of("USE", row -> row.used() ? "used" : row.usable() ? "usable" : "no")
                    .styled((colors, row, text) -> row.used() ? colors.green(text) : text),
            Column.of("NAMED BY", Row::source),
            Column.of("ADDRESS", Row::address),
            Column.of("FOUND", Row::found)));

    private final Supplier<EngineSurvey> survey;
    private final Output output;

    @Mixin
    private FormatOption format;

    public EngineCommand(Supplier<EngineSurvey> survey, Output output) {
        this.survey = survey;
        this.output = output;
    }

    /**
     * One place where an engine may be; the components are the JSON contract.
     *
     * @param engine docker or podman; where none answers, which one is expected
     * @param used whether commands use this one
     * @param usable whether hearth could use it
     * @param version its own; null when it is not usable
     * @param rootless whether it runs as an ordinary user; null when it is not usable
     * @param source who names the place
     * @param address where it was looked for
     * @param found what was found there, for people to read
     */
    record Row(
            String engine,
            boolean used,
            boolean usable,
            @Nullable String version,
            @Nullable Boolean rootless,
            String source,
            String address,
            String found) {}

    @Override
    public void run() {
        var looked = survey.get();
        var rows = looked.candidates().stream()
                .map(candidate -> row(candidate, candidate.equals(looked.chosen())))
                .toList();
        output.list(format.format(), "engines", rows, TABLE);
    }

    private static Row row(EngineCandidate candidate, boolean used) {
        var verdict = candidate.verdict();
        var usable = verdict instanceof Verdict.Usable yes ? yes : null;
        return new Row(
                candidate.kind().word(),
                used,
                usable != null,
                usable == null ? null : usable.version(),
                usable == null ? null : usable.rootless(),
                candidate.source(),
                candidate.address(),
                found(verdict));
    }

    private static String found(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Usable found -> found.version() + (found.rootless() ? ", rootless" : ", as root");
            case Verdict.Absent(var reason) -> reason;
            case Verdict.Unusable(var failure) -> failure.message();
        };
    }
}
