package dev.hearth.cli.copies;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.output.Table;
import dev.hearth.pets.DiskUse;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth df}. */
@Command(
        name = "df",
        description = "Show what pets take on the disk, and what gets rid of it.",
        footer = {
            "",
            "A pet is what it has beyond its image, or the generation that it was last made anew of; a",
            "generation what it adds to those before it. Images are shown with all their layers, which",
            "they share, and so is the content of pets that were copied or imported. A mapped copy is one",
            "that a rootless engine keeps of an image, with the ids that its files have for its user.",
            "",
            "Examples:",
            "  hearth df",
            "  hearth df --format=json"
        })
public final class DiskCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("KIND", Row::kind),
            Column.of("NAME", Row::name),
            Column.of("COUNT", row -> Integer.toString(row.count())),
            Column.of("SIZE", row -> Sizes.text(row.bytes())),
            Column.of("REMOVED BY", Row::removedBy)));

    private final Supplier<Pets> pets;
    private final Output output;

    @Mixin
    private FormatOption format;

    public DiskCommand(Supplier<Pets> pets, Output output) {
        this.pets = pets;
        this.output = output;
    }

    /**
     * One thing that takes room; the components are the JSON contract.
     *
     * @param kind pet, generations, orphaned generations, image, content, mapped copy, leftovers or cache
     * @param name whose it is, or what it is called; empty where there is one of its kind
     * @param count of how many things it consists
     * @param bytes that it takes
     * @param removedBy the command that gets rid of it; empty for files that can simply be removed
     */
    record Row(String kind, String name, int count, long bytes, String removedBy) {
        static Row of(DiskUse use) {
            return new Row(
                    use.kind().word(),
                    use.name(),
                    use.count(),
                    use.bytes(),
                    use.kind().remover());
        }
    }

    @Override
    public void run() {
        var rows = pets.get().disk().use().stream().map(Row::of).toList();
        output.list(format.format(), "use", rows, TABLE);
    }
}
