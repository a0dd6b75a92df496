package dev.hearth.cli.os;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.os.PastChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os history}. */
@Command(
        name = "history",
        description = "Show what was done to the base, when, by whom and why.",
        footer = {
            "",
            "Only what was done through hearth is known. interrupted: it was killed, or the machine stopped.",
            "",
            "Examples:",
            "  hearth os history",
            "  hearth os history --limit=3 --format=json"
        })
public final class HistoryCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.time("BEGAN", Row::began),
            Column.of("USER", Row::user),
            Column.of("RESULT", Row::result),
            Column.of("COMMAND", Row::command),
            Column.of("REASON", Row::reason)));

    private final ChosenBase base;
    private final Output output;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "NUMBER",
            description = "Show so many of the last changes.")
    private int limit = Integer.MAX_VALUE;

    @Mixin
    private FormatOption format;

    /**
     * A change; the components are the JSON contract.
     *
     * @param id counts the changes
     * @param began when it began
     * @param ended when it ended; null while it runs, and when it was cut off
     * @param user who is behind it
     * @param command as it was typed
     * @param reason in the user's own words
     * @param result done, unchanged, failed, cancelled, running or interrupted
     * @param message what came of it
     * @param deployment the id of what boots next because of it
     * @param before what was deployed then, in boot order
     */
    record Row(
            String id,
            Instant began,
            @Nullable Instant ended,
            String user,
            String command,
            @Nullable String reason,
            String result,
            @Nullable String message,
            @Nullable String deployment,
            List<Known> before) {}

    /**
     * A deployment that may be gone by now.
     *
     * @param id STATEROOT-CHECKSUM.SERIAL
     * @param version in the maker's own counting
     */
    record Known(String id, @Nullable String version) {}

    public HistoryCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public void run() {
        if (limit < 1) {
            throw new InvalidLimit(limit);
        }
        var rows = base.os().history().stream()
                .limit(limit)
                .map(HistoryCommand::row)
                .toList();
        output.list(format.format(), "changes", rows, TABLE);
    }

    private static Row row(PastChange change) {
        var request = change.request();
        return new Row(
                change.id(),
                change.began(),
                change.ended(),
                request.user(),
                request.command(),
                request.reason(),
                change.result().word(),
                change.message(),
                change.deployment(),
                change.before().stream()
                        .map(known -> new Known(known.id(), known.version()))
                        .toList());
    }
}
