package dev.hearth.cli.generations;

import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.SpecEdit;
import dev.hearth.core.text.Printable;
import dev.hearth.engine.FileChange;
import dev.hearth.engine.FileChange.Kind;
import dev.hearth.generations.PackageChange;
import dev.hearth.pets.PetDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How two states of a pet differ; the components are the JSON contract.
 *
 * @param name of the pet
 * @param from the first generation; null for what the pet was made from
 * @param to the second generation; null for the pet as it is
 * @param packages that differ, sorted by name; null where nobody can tell
 * @param edits what differs about what the pet is
 * @param files that differ, sorted by path
 * @param noise caches, logs and the like that differ, sorted by path
 */
record DiffView(
        String name,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<Moved> packages,
        List<SpecEdit> edits,
        Files files,
        Files noise) {

    /**
     * A package.
     *
     * @param name its name
     * @param before its version; null when it was not there
     * @param after its version; null when it is not there any more
     */
    record Moved(
            String name, @Nullable String before, @Nullable String after) {
        static Moved of(PackageChange change) {
            return new Moved(change.name(), change.before(), change.after());
        }

        String line(Page page) {
            if (before == null) {
                return page.colors().green("+ " + Printable.line(name + " " + after));
            }
            return after == null
                    ? page.colors().red("- " + Printable.line(name + " " + before))
                    : "~ " + Printable.line(name + " " + before + " -> " + after);
        }
    }

    /**
     * Files.
     *
     * @param added which only the second has
     * @param changed in content, kind or mode
     * @param removed which only the first has
     */
    record Files(List<String> added, List<String> changed, List<String> removed) {
        static Files of(List<FileChange> changes) {
            return new Files(paths(changes, Kind.ADDED), paths(changes, Kind.CHANGED), paths(changes, Kind.REMOVED));
        }

        private static List<String> paths(List<FileChange> changes, Kind kind) {
            return changes.stream()
                    .filter(change -> change.kind() == kind)
                    .map(change -> change.path().value())
                    .toList();
        }

        String count() {
            return CountView.text(new CountView(added.size(), changed.size(), removed.size()));
        }

        /** The letters are those of {@code hearth os diff}. */
        void list(List<String> lines) {
            changed.forEach(path -> lines.add("M    " + Printable.line(path)));
            removed.forEach(path -> lines.add("D    " + Printable.line(path)));
            added.forEach(path -> lines.add("A    " + Printable.line(path)));
        }
    }

    static DiffView of(PetDifference difference) {
        var packages = difference.packages();
        return new DiffView(
                difference.pet().name().value(),
                Objects.toString(difference.from(), null),
                Objects.toString(difference.to(), null),
                packages == null ? null : packages.stream().map(Moved::of).toList(),
                SpecEdit.of(difference.spec()),
                Files.of(difference.files().wanted()),
                Files.of(difference.files().noise()));
    }

    /**
     * {@return it for people}
     *
     * @param eachFile whether files are listed
     * @param all whether caches, logs and the like are, too
     */
    List<String> lines(Page page, boolean eachFile, boolean all) {
        var lines = new ArrayList<String>();
        lines.add("From: " + (from == null ? "what '" + name + "' was made from" : from));
        lines.add("To:   " + (to == null ? "'" + name + "' as it is" : to));
        edits.forEach(edit -> lines.addAll(edit.lines(page)));
        addPackages(lines, page);
        lines.add("Files: " + files.count());
        if (eachFile || all) {
            files.list(lines);
        }
        lines.add("Caches, logs and the like: " + noise.count());
        if (all) {
            noise.list(lines);
        }
        return lines;
    }

    private void addPackages(List<String> lines, Page page) {
        if (packages == null) {
            lines.add("Packages: nobody can tell; rpm's are read from pets that run");
            return;
        }
        lines.add(packages.isEmpty() ? "Packages: none" : "Packages:");
        packages.forEach(change -> lines.add("  " + change.line(page)));
    }
}
