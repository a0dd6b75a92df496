package dev.hearth.cli.status;

import dev.hearth.cli.os.ChosenBase;
import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Processes;
import dev.hearth.exports.Exports;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth status}. */
@Command(
        name = "status",
        description = "Show the base and your pets on one page, and what waits.",
        footer = {
            "",
            "How far pets are from what was saved of them is told with --drift, which looks into each.",
            "",
            "Examples:",
            "  hearth status",
            "  hearth status --drift",
            "  hearth status --format=json"
        })
public final class StatusCommand implements Runnable {
    private static final Table<PetRow> TABLE = Table.of(List.of(
            Column.of("NAME", PetRow::name),
            Column.of("STATE", PetRow::state)
                    .styled((colors, row, text) ->
                            row.state().equals("running") ? colors.green(text) : colors.dim(text)),
            Column.of("IMAGE", row -> row.image().replaceFirst("^(localhost/hearth|docker\\.io/library)/", "")),
            Column.time("IMAGE MADE", PetRow::imageCreated),
            Column.of("BASE", PetRow::baseText),
            Column.of("HAS", PetRow::rest)));

    private final Function<@Nullable Path, ChosenBase> bases;
    private final PetReport pets;
    private final Flatpaks flatpaks;
    private final Output output;

    @Option(names = "--drift", description = "Tell how far each pet is from what was saved, too.")
    private boolean drift;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "Mean the ostree sysroot in a directory instead of this host's base.")
    private @Nullable Path sysroot;

    @Mixin
    private FormatOption format;

    /**
     * Shows both sides.
     *
     * @param bases the host's base, or that of a sysroot
     */
    public StatusCommand(
            Function<@Nullable Path, ChosenBase> bases,
            Supplier<Pets> pets,
            Supplier<Catalogue> catalogue,
            Supplier<Exports> exports,
            Processes processes,
            Output output) {
        this.bases = bases;
        this.pets = new PetReport(pets, catalogue, exports);
        this.flatpaks = new Flatpaks(processes);
        this.output = output;
    }

    @Override
    public void run() {
        var view = overview();
        output.page(format.format(), view, Overview::beginning);
        if (format.format() == Format.TABLE) {
            var rows = view.pets();
            if (rows != null && !rows.isEmpty()) {
                output.list(Format.TABLE, "pets", rows, TABLE);
            }
            output.page(Format.TABLE, view, Overview::end);
        }
    }

    /** One side must not hide the other: what keeps it from telling is told in its place. */
    private Overview overview() {
        BaseView base = null;
        String baseProblem = null;
        var waits = new ArrayList<Overview.Waiting>();
        Optional<BaseReport.Present> present = Optional.empty();
        try {
            var report = new BaseReport(bases.apply(sysroot));
            base = report.view();
            waits.addAll(report.waits());
            present = report.present();
        } catch (Failure failure) {
            baseProblem = failure.message();
        }
        List<PetRow> rows = null;
        String petsProblem = null;
        try {
            rows = pets.rows(present, drift);
            rows.stream().flatMap(row -> row.waiting().stream()).forEach(waits::add);
        } catch (Failure failure) {
            petsProblem = failure.message();
        }
        return new Overview(
                base, baseProblem, rows, petsProblem, flatpaks.applications().orElse(null), waits);
    }
}
