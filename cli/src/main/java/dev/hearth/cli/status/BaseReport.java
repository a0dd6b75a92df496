package dev.hearth.cli.status;

import dev.hearth.cli.os.ChosenBase;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.OsRelease;
import dev.hearth.os.Deployment;
import dev.hearth.os.Finding;
import dev.hearth.os.OsStatus;
import dev.hearth.os.advice.Advice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of the base. */
final class BaseReport {
    private final ChosenBase base;
    private final OsStatus status;

    /**
     * Asks the base how it is.
     *
     * @throws Failure when there is none
     */
    BaseReport(ChosenBase base) {
        this.base = base;
        this.status = base.os().status();
    }

    BaseView view() {
        return new BaseView(
                status.engine(),
                status.needsReboot(),
                status.deployments().stream().map(this::deployed).toList(),
                status.next().map(base.advisor()::layered).orElse(List.of()).stream()
                        .map(BaseReport::layer)
                        .toList(),
                configuration());
    }

    /** {@return what waits, or is wrong} */
    List<Overview.Waiting> waits() {
        return base.checkup().run().stream()
                .filter(finding -> finding.kind() != Finding.Kind.UNCHECKED)
                .map(finding -> new Overview.Waiting(finding.sentence(), finding.hint()))
                .toList();
    }

    /** {@return what runs; of a sysroot in a directory, what boots next} */
    Optional<Present> present() {
        return status.booted()
                .or(status::next)
                .map(deployment -> new Present(deployment.id().checksum(), base.release(deployment.id())));
    }

    /** A deployment as pets can match it: those of its own files, and those of its release. */
    record Present(String checksum, OsRelease release) {}

    private BaseView.Deployed deployed(Deployment deployment) {
        return new BaseView.Deployed(
                deployment.id().toString(),
                deployment.origin().version(),
                deployment.source().text(),
                state(deployment));
    }

    private String state(Deployment deployment) {
        var marks = deployment.marks();
        if (marks.booted()) {
            return "runs";
        }
        if (marks.staged()) {
            return "staged";
        }
        if (status.next().filter(deployment::equals).isPresent()) {
            return "next";
        }
        return marks.rollback() ? "rollback" : "kept";
    }

    private static BaseView.Layer layer(Advice advice) {
        var judgement = advice.judgement();
        return new BaseView.Layer(
                advice.request(),
                judgement == null ? null : judgement.place().name().toLowerCase(Locale.ROOT));
    }

    private @Nullable Long configuration() {
        try {
            return status.deployments().isEmpty()
                    ? null
                    : (long) base.configuration().drift().own().size();
        } catch (Failure.Denied _) {
            return null;
        }
    }
}
