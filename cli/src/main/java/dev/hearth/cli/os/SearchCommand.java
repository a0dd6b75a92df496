package dev.hearth.cli.os;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.os.OsEngine.FoundPackage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth os search}. */
@Command(
        name = "search",
        description = "Search packages that could be layered.",
        footer = {"", "Examples:", "  hearth os search text editor"})
public final class SearchCommand implements Runnable {
    private final ChosenBase base;
    private final Output output;

    private static final Table<FoundPackage> TABLE = Table.of(List.of(
            Column.of("NAME", FoundPackage::name),
            Column.of("VERSION", FoundPackage::version),
            Column.of("SUMMARY", FoundPackage::summary)));

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
        output.list(format.format(), "packages", base.os().search(words), TABLE);
    }
}
