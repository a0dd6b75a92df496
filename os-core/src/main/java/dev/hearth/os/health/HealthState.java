package dev.hearth.os.health;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hearth.os.DeploymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the health of deployments.
 *
 * @param settled deployments that are not left for an older one by themselves
 * @param last how the last boot that was judged went
 * @param rejected deployments that were left, the newest last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HealthState(
        int schema, List<Settled> settled, @Nullable Judged last, List<Rejected> rejected) {
    static final int SCHEMA = 1;

    static final HealthState NONE = new HealthState(SCHEMA, List.of(), null, List.of());

    /** More than anybody looks back at. */
    private static final int MOST_REJECTED = 20;

    public HealthState {
        settled = settled == null ? List.of() : List.copyOf(settled);
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
    }

    /** Why a deployment is not left by itself. */
    public enum Why {
        /** It ran when the checks were switched on. */
        IN_USE,
        /** All checks that are required passed in a boot of it. */
        HEALTHY,
        /** It was brought back: another step back could go round in a circle. */
        BROUGHT_BACK,
        /** There was nothing to bring back in its place. */
        NO_WAY_BACK
    }

    /**
     * A deployment that is not left by itself.
     *
     * @param since when that was found out
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Settled(
            @JsonProperty(required = true) String deployment,
            @JsonProperty(required = true) Why why,
            @JsonProperty(required = true) String since) {}

    /**
     * How a boot went.
     *
     * @param boot the kernel's id of it
     * @param attempt which of the boots on trial it was, from 1; 0 when the deployment was settled before
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Judged(
            @JsonProperty(required = true) String boot,
            @JsonProperty(required = true) String deployment,
            @JsonProperty(required = true) String time,
            int attempt,
            List<CheckResult> results) {
        public Judged {
            results = results == null ? List.of() : List.copyOf(results);
        }

        /** {@return whether all that is required was well} */
        public boolean isHealthy() {
            return results.stream().noneMatch(CheckResult::isFatal);
        }
    }

    /**
     * A deployment that was left for the one before it.
     *
     * @param commit what is not to be taken again by itself; absent when the older deployment has the same base
     * @param reason without its period
     * @param to the deployment that was brought back
     * @param failure why that could not be done; absent when it was
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rejected(
            @JsonProperty(required = true) String deployment,
            @Nullable String commit,
            @Nullable String version,
            @JsonProperty(required = true) String time,
            @JsonProperty(required = true) String reason,
            @JsonProperty(required = true) String to,
            @Nullable String failure) {

        Rejected failed(String why) {
            return new Rejected(deployment, commit, version, time, reason, to, why);
        }

        /** {@return what it was, for people} */
        public String name() {
            return version == null ? deployment : version;
        }
    }

    Optional<Settled> settled(DeploymentId deployment) {
        return settled.stream()
                .filter(each -> each.deployment().equals(deployment.toString()))
                .findFirst();
    }

    /** {@return what is known against a commit; empty where nothing is} */
    public Optional<Rejected> rejected(String commit) {
        return rejected.stream().filter(each -> commit.equals(each.commit())).reduce((_, latest) -> latest);
    }

    /** {@return why a deployment was left} */
    Optional<Rejected> rejected(DeploymentId deployment) {
        return rejected.stream()
                .filter(each -> each.deployment().equals(deployment.toString()))
                .findFirst();
    }

    HealthState with(Settled other) {
        var all = without(settled, each -> each.deployment().equals(other.deployment()));
        all.add(other);
        return new HealthState(SCHEMA, all, last, rejected);
    }

    HealthState with(Judged judged) {
        return new HealthState(SCHEMA, settled, judged, rejected);
    }

    HealthState with(Rejected other) {
        var all = without(rejected, each -> each.deployment().equals(other.deployment()));
        all.add(other);
        return new HealthState(SCHEMA, settled, last, all.subList(Math.max(0, all.size() - MOST_REJECTED), all.size()));
    }

    /** {@return the same, with nothing known against any deployment} */
    HealthState forgiving() {
        return new HealthState(SCHEMA, settled, last, List.of());
    }

    /** {@return the same without what is settled of deployments that are gone, whose names may come again} */
    HealthState of(List<DeploymentId> present) {
        var names = present.stream().map(DeploymentId::toString).toList();
        return new HealthState(SCHEMA, without(settled, each -> !names.contains(each.deployment())), last, rejected);
    }

    private static <T> List<T> without(List<T> all, Predicate<T> dropped) {
        var kept = new ArrayList<>(all);
        kept.removeIf(dropped);
        return kept;
    }
}
