package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Advisory;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source has; the components are the JSON contract.
 *
 * @param available whether there is something newer
 * @param source what was asked
 * @param commit the newest version; null when there is none newer
 * @param signing whether it is vouched for
 * @param packages which it changes; null when nobody looked
 * @param summary the same in one line
 * @param advisories notices of the maker about its packages
 * @param rollout over which time machines take it by themselves; null when all may at once
 * @param withdrawn why what is deployed was taken back, so that this leads back from it; null when it was not
 */
record UpdateView(
        boolean available,
        String source,
        @Nullable CommitView commit,
        SigningView signing,
        @Nullable PackagesView packages,
        @Nullable String summary,
        List<AdvisoryView> advisories,
        @Nullable RolloutView rollout,
        @Nullable String withdrawn) {

    /**
     * The time over which machines take an update by themselves.
     *
     * @param start when the first do
     * @param end when the last do
     */
    record RolloutView(Instant start, Instant end) {
        static RolloutView of(RolloutWindow window) {
            return new RolloutView(window.start(), window.end());
        }
    }

    /**
     * A notice about packages.
     *
     * @param id its name
     * @param security whether it closes a hole
     * @param severity unknown, low, moderate, important or critical
     * @param packages name, version and architecture in one word each
     * @param references what it is about, such as CVE-2026-12345
     */
    record AdvisoryView(String id, boolean security, String severity, List<String> packages, List<String> references) {
        static AdvisoryView of(Advisory advisory) {
            return new AdvisoryView(
                    advisory.id(),
                    advisory.isSecurity(),
                    Words.of(advisory.severity()),
                    advisory.packages(),
                    advisory.references());
        }
    }

    static UpdateView of(Update update) {
        var commit = update.commit();
        var preview = update.preview();
        var rollout = update.rollout();
        var withdrawn = update.withdrawn();
        return new UpdateView(
                update.isAvailable(),
                update.source().text(),
                commit == null ? null : CommitView.of(commit),
                SigningView.of(update.signing()),
                preview == null ? null : PackagesView.of(preview.packages()),
                preview == null ? null : preview.packages().summary(),
                preview == null
                        ? List.of()
                        : preview.advisories().stream().map(AdvisoryView::of).toList(),
                rollout == null ? null : RolloutView.of(rollout),
                withdrawn == null ? null : withdrawn.reason());
    }

    /** {@return that there is something newer} */
    String sentence() {
        var version = commit == null ? "" : commit.version();
        return (version == null || version.isEmpty() ? "A newer version" : "Version " + Printable.line(version))
                + " is available";
    }

    /** {@return the section of rpm-ostree's status} */
    List<String> section(Page page) {
        var sheet = new Sheet(page, Sheet.UPDATE_KEY);
        if (commit != null) {
            sheet.add(commit.version() == null ? "Timestamp" : "Version", commit.text());
            sheet.add("Commit", commit.checksum());
        }
        sheet.addEach("Signature", signing.lines());
        sheet.add("Rollout", rollout == null ? null : "from " + rollout.start() + " to " + rollout.end());
        sheet.add("SecAdvisories", severities());
        sheet.add("Diff", summary);
        var lines = new ArrayList<String>();
        lines.add("AvailableUpdate:");
        lines.addAll(sheet.lines());
        return lines;
    }

    /** {@return all of it: the section, then each package and advisory} */
    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        if (withdrawn != null) {
            lines.add(
                    page.colors().red("Withdrawn:") + " What is deployed was taken back: " + Printable.line(withdrawn));
            lines.add(
                    available
                            ? "           `hearth os upgrade` goes back to what is below."
                            : "           `hearth os rollback` returns to the deployment before, where that is another.");
        }
        if (!available) {
            return withdrawn == null ? List.of("There is no newer version") : lines;
        }
        lines.addAll(section(page));
        if (packages != null) {
            lines.addAll(packages.lines(page));
        }
        if (!advisories.isEmpty()) {
            lines.add(page.colors().bold("Advisories:"));
            for (var advisory : advisories) {
                var words = new ArrayList<>(List.of(advisory.id(), advisory.severity()));
                words.addAll(advisory.packages());
                words.addAll(advisory.references());
                page.wrapped(words, 4).forEach(line -> lines.add("  " + line));
            }
        }
        return lines;
    }

    /** How many advisories about security there are of each severity, the mildest first. */
    private @Nullable String severities() {
        var counts = new ArrayList<String>();
        for (var severity : Advisory.Severity.values()) {
            var word = Words.of(severity);
            long count = advisories.stream()
                    .filter(advisory ->
                            advisory.security() && advisory.severity().equals(word))
                    .count();
            if (count > 0) {
                counts.add(count + " " + (severity == Advisory.Severity.UNKNOWN ? "unknown severity" : word));
            }
        }
        return counts.isEmpty() ? null : String.join(", ", counts);
    }
}
