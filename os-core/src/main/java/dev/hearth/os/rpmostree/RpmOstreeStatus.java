package dev.hearth.os.rpmostree;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsStatus;
import dev.hearth.os.OsStatus.Driver;
import dev.hearth.os.Update;
import dev.hearth.os.program.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rpm-ostree status --json} says.
 *
 * @param deployments in boot order
 * @param transaction what the daemon is doing
 * @param update what the daemon has found at its last check
 */
record RpmOstreeStatus(
        List<Deployment> deployments,
        @Nullable String transaction,
        @Nullable Driver driver,
        @Nullable Update update) {
    private static final String COMMAND = "rpm-ostree status --json";

    RpmOstreeStatus {
        deployments = List.copyOf(deployments);
    }

    /**
     * Reads an answer.
     *
     * @throws dev.hearth.os.program.MalformedReport when it is none
     */
    static RpmOstreeStatus parse(String json) {
        var report = Report.parse(COMMAND, json);
        var deployments = report.at("deployments").parts().stream()
                .map(DeploymentReport::deployment)
                .toList();
        return new RpmOstreeStatus(
                withRollback(deployments),
                transaction(report.at("transaction")),
                driver(report.at("update-driver")),
                CachedUpdate.update(report.at("cached-update"), deployments));
    }

    /** {@return the state of the host, with what rpm-ostree itself does not tell} */
    OsStatus with(AutomaticUpdates automatic) {
        return new OsStatus(RpmOstree.NAME, deployments, transaction, driver, update, automatic);
    }

    /** A rollback returns to the first deployment after the booted one that shares its {@code /var}. */
    private static List<Deployment> withRollback(List<Deployment> deployments) {
        var marked = new ArrayList<>(deployments);
        var booted = deployments.stream()
                .filter(deployment -> deployment.marks().booted())
                .findFirst();
        if (booted.isPresent()) {
            for (int at = deployments.indexOf(booted.get()) + 1; at < marked.size(); at++) {
                var candidate = marked.get(at);
                if (candidate.id().stateroot().equals(booted.get().id().stateroot())) {
                    marked.set(at, candidate.withMarks(candidate.marks().asRollback()));
                    break;
                }
            }
        }
        return marked;
    }

    /** A method's name, who called it, and an object's path: the first two mean something to people. */
    private static @Nullable String transaction(Report report) {
        if (report.isAbsent()) {
            return null;
        }
        var words = Stream.of(report.word(0), report.word(1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" for "));
        return words.isEmpty() ? "a transaction" : words;
    }

    private static @Nullable Driver driver(Report report) {
        var name = report.text("driver-name");
        return name == null ? null : new Driver(name, report.text("driver-sd-unit"));
    }
}
