package dev.hearth.cli.os;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.os.etc.ConfigDrift;
import dev.hearth.os.etc.DriftState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth os config-diff}. */
@Command(
        name = "config-diff",
        description = "Show where /etc, or its new defaults, differ from the old defaults.",
        footer = {
            "",
            "The defaults are /usr/etc of the older and of the newest deployment. A file that is changed locally",
            "and in its new default goes its own way; `hearth os config-merge` shows what could not be merged.",
            "",
            "Examples:",
            "  hearth os config-diff",
            "  hearth os config-diff --format=json"
        })
public final class ConfigDiffCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("PATH", Row::path),
            Column.of("OLD DEFAULT", Row::oldDefault),
            Column.of("NEW DEFAULT", row -> text(row.newDefault(), row.newDifferences())),
            Column.of("LOCAL", ConfigDiffCommand::local)));

    private final ChosenBase base;
    private final Output output;

    @Mixin
    private FormatOption format;

    /**
     * A path; the components are the JSON contract.
     *
     * @param path below /etc
     * @param oldDefault present or absent
     * @param newDefault unchanged, changed, added, removed or absent, by the old default
     * @param newDifferences in what it is changed: kind, content, mode, owner, attributes
     * @param local unchanged, changed, added, removed or absent, by the old default
     * @param localDifferences in what it is changed
     * @param localIsNewDefault whether what is local is the new default
     */
    record Row(
            String path,
            String oldDefault,
            String newDefault,
            List<String> newDifferences,
            String local,
            List<String> localDifferences,
            boolean localIsNewDefault) {}

    public ConfigDiffCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public void run() {
        var drift = base.configuration().drift();
        var rows = drift.sinceOldDefault().rows().stream()
                .map(row -> row(row, !drift.own().contains(row.path())))
                .toList();
        output.list(format.format(), "files", rows, TABLE);
    }

    private static Row row(ConfigDrift.Row row, boolean localIsNewDefault) {
        return new Row(
                "/etc/" + row.path(),
                row.oldDefault().state() == DriftState.ABSENT ? "absent" : "present",
                Words.of(row.newDefault().state()),
                differences(row.newDefault()),
                Words.of(row.local().state()),
                differences(row.local()),
                localIsNewDefault);
    }

    private static List<String> differences(ConfigDrift.Column column) {
        return column.differences().stream().sorted().map(Words::of).toList();
    }

    private static String local(Row row) {
        return row.localIsNewDefault() ? "new default" : text(row.local(), row.localDifferences());
    }

    private static String text(String state, List<String> differences) {
        return differences.isEmpty() ? state : state + " (" + String.join(", ", differences) + ")";
    }
}
