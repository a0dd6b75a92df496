package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.etc.Decision.Conflict;
import dev.hearth.os.etc.Decision.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that could not be merged; the components are the JSON contract.
 *
 * @param conflicts those that wait for a decision
 * @param decided paths about which a decision has just been carried out
 */
record ConflictsView(List<Item> conflicts, List<String> decided) {

    /**
     * One conflict.
     *
     * @param path below /etc
     * @param reason both-changed, removed-locally, kind-changed, both-added or binary
     * @param message the reason, for people
     * @param text with both sides' lines between markers; null when it is no conflict of lines
     */
    record Item(
            String path,
            String reason,
            String message,
            @Nullable String text) {
        static Item of(Path path, Conflict conflict) {
            return new Item(title(path), Words.of(conflict.reason()), sentence(conflict.reason()), conflict.marked());
        }

        List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add(Printable.line(path) + ": " + message);
            if (text != null) {
                text.lines().forEach(line -> lines.add("  " + Printable.text(line)));
            }
            return lines;
        }

        private static String sentence(Reason reason) {
            return switch (reason) {
                case BOTH_CHANGED -> "changed both locally and in its new default";
                case REMOVED_LOCALLY -> "removed locally, changed in its new default";
                case KIND_CHANGED -> "of another kind locally than in its new default";
                case BOTH_ADDED -> "added both locally and in its new default";
                case BINARY -> "changed both locally and in its new default, and no text";
            };
        }
    }

    static ConflictsView of(Map<Path, Conflict> conflicts, Collection<Path> decided) {
        return new ConflictsView(
                conflicts.entrySet().stream()
                        .map(entry -> Item.of(entry.getKey(), entry.getValue()))
                        .toList(),
                decided.stream().map(ConflictsView::title).toList());
    }

    private static String title(Path path) {
        return "/etc/" + path;
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        decided.forEach(path -> lines.add("Decided: " + Printable.line(path)));
        conflicts.forEach(item -> lines.add(
                page.colors().yellow("Waits:") + "   " + Printable.line(item.path()) + ": " + item.message()));
        return lines.isEmpty() ? List.of("Nothing waits to be merged") : lines;
    }
}
