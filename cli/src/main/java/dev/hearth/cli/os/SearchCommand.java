package dev.hearth.cli.os;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os search}. */
@Command(
        name = "search",
        description = "Search packages that could be layered.",
        footer = {
            "",
            "On plain ostree, the package lists are fetched when those there are a day old, or of other sources.",
            "",
            "Examples:",
            "  hearth os search text editor",
            "  hearth os search --format=json tmux"
        })
public final class SearchCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("NAME", Row::name), Column.of("VERSION", Row::version), Column.of("SUMMARY", Row::summary)));

    private final ChosenBase base;
    private final Output output;

    /**
     * A package; the components are the JSON contract.
     *
     * @param name its name
     * @param version empty when the engine does not tell
     * @param summary one line
     */
    record Row(String name, String version, String summary) {}

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "Words of its name or summary, all of which it has.")
    private List<String> words = List.of();

    @Mixin
    private FormatOption format;

    public SearchCommand(ChosenBase base, Output output) {
        this.base = base;
        this.output = output;
    }

    @Override
    public void run() {
        var rows = base.os().search(words).stream()
                .map(found -> new Row(found.name(), found.version(), found.summary()))
                .toList();
        output.list(format.format(), "packages", rows, TABLE);
    }
}
