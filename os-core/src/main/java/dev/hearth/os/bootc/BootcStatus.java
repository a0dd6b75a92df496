package dev.hearth.os.bootc;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Update;
import dev.hearth.os.program.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bootc status --format=json} says, in its form {@code v1} and in {@code v1alpha1}, which older versions print
 * and which lacks some keys.
 *
 * @param deployments in boot order
 * @param isBootcHost whether what runs is kept by bootc
 * @param isLayered whether rpm-ostree has layered something, which bootc leaves alone
 * @param usesComposefs whether there is no ostree below
 * @param isReadOnly whether the disk is one that cannot be changed, such as of a live system
 * @param update what the last check has found
 */
public record BootcStatus(
        List<Deployment> deployments,
        boolean isBootcHost,
        boolean isLayered,
        boolean usesComposefs,
        boolean isReadOnly,
        @Nullable Update update) {
    public BootcStatus {
        deployments = List.copyOf(deployments);
    }

    /**
     * Reads an answer.
     *
     * @throws dev.hearth.os.program.MalformedReport when it is none
     */
    static BootcStatus parse(String json) {
        var report = Report.parse("bootc status --format=json", json);
        var status = report.at("status");
        var entries = entries(status, isRollbackQueued(report));
        return new BootcStatus(
                entries.stream().map(Entry::deployment).toList(),
                isBootcHost(status),
                entries.stream().anyMatch(Entry::isLayered),
                entries.stream().anyMatch(Entry::usesComposefs),
                status.isTrue("readOnly"),
                update(entries));
    }

    /** {@return the state of the host, with what bootc itself does not tell} */
    OsStatus with(AutomaticUpdates automatic) {
        return new OsStatus(Bootc.NAME, deployments, null, null, update, automatic);
    }

    private static boolean isRollbackQueued(Report report) {
        return report.at("status").isTrue("rollbackQueued")
                || "rollback".equals(report.at("spec").text("bootOrder"));
    }

    /** What is queued by a rollback boots first, and before it what is staged: bootc drops that when rolling back. */
    private static List<Entry> entries(Report status, boolean rollbackQueued) {
        var staged = new Entry(status.at("staged"), Entry.Role.STAGED, null);
        var booted = new Entry(status.at("booted"), Entry.Role.BOOTED, status.at("usrOverlay"));
        var rollback = new Entry(status.at("rollback"), Entry.Role.ROLLBACK, null);
        var others =
                status.at("otherDeployments").parts().stream().map(other -> new Entry(other, Entry.Role.OTHER, null));
        var first = rollbackQueued
                ? Stream.of(staged, rollback.as(Entry.Role.OTHER), booted.as(Entry.Role.BOOTED))
                : Stream.of(staged, booted, rollback);
        return Stream.concat(first, others).filter(Entry::isThere).toList();
    }

    /** The alpha form has no type; there an image that is booted says it, unless all this is inside a container. */
    private static boolean isBootcHost(Report status) {
        return "bootcHost".equals(status.text("type"))
                || (status.at("type").isAbsent()
                        && !status.isTrue("isContainer")
                        && !status.at("booted").at("image").isAbsent());
    }

    private static @Nullable Update update(List<Entry> entries) {
        var known = new ArrayList<Commit>();
        for (var entry : entries) {
            var commit = Entry.manifest(entry.report().at("image"));
            if (commit != null) {
                known.add(commit);
            }
        }
        return entries.stream()
                .filter(entry -> entry.role() == Entry.Role.BOOTED)
                .map(entry -> entry.report().at("cachedUpdate"))
                .map(cached -> update(cached, known))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What is deployed already is no update, though bootc goes on to name it. */
    private static @Nullable Update update(Report cached, List<Commit> known) {
        var commit = Entry.manifest(cached);
        boolean isNews = commit != null
                && known.stream().noneMatch(deployed -> deployed.checksum().equals(commit.checksum()));
        return isNews ? new Update(Entry.source(cached), commit, Entry.signing(cached), null) : null;
    }
}
