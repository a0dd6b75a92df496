package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Packages that differ; the components are the JSON contract.
 *
 * @param added packages that were not there
 * @param removed packages that are not there any more
 * @param upgraded packages whose version went up
 * @param downgraded packages whose version went down
 */
record PackagesView(List<Item> added, List<Item> removed, List<Move> upgraded, List<Move> downgraded) {
    /**
     * A package.
     *
     * @param name its name
     * @param version its version, with an epoch where it has one
     * @param architecture as the package manager writes it
     */
    record Item(String name, String version, String architecture) {
        static Item of(InstalledPackage item) {
            return new Item(item.name(), item.version(), item.architecture());
        }

        String text() {
            return name + "-" + version + "." + architecture;
        }
    }

    /**
     * A package whose version changed.
     *
     * @param name its name
     * @param architecture as the package manager writes it
     * @param from the version before
     * @param to the version after
     */
    record Move(String name, String architecture, String from, String to) {
        static Move of(VersionChange change) {
            return new Move(
                    change.to().name(),
                    change.to().architecture(),
                    change.from().version(),
                    change.to().version());
        }

        String text() {
            return name + " " + from + " -> " + to;
        }
    }

    static PackagesView of(PackageDiff diff) {
        return new PackagesView(
                diff.added().stream().map(Item::of).toList(),
                diff.removed().stream().map(Item::of).toList(),
                diff.upgraded().stream().map(Move::of).toList(),
                diff.downgraded().stream().map(Move::of).toList());
    }

    /** {@return a heading and a line for each package, as rpm-ostree lists them} */
    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        section(lines, page, "Upgraded", upgraded, Move::text);
        section(lines, page, "Downgraded", downgraded, Move::text);
        section(lines, page, "Removed", removed, Item::text);
        section(lines, page, "Added", added, Item::text);
        return lines;
    }

    private static <T> void section(
            List<String> lines, Page page, String title, List<T> packages, Function<T, String> text) {
        if (!packages.isEmpty()) {
            lines.add(page.colors().bold(title + ":"));
            packages.forEach(item -> lines.add("  " + Printable.line(text.apply(item))));
        }
    }
}
