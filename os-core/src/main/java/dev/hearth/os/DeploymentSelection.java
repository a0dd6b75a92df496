package dev.hearth.os;

import java.util.Optional;
import java.util.function.Predicate;

/** Finds the deployment that a user means by a word: its place in boot order, its version, or its checksum's beginning. */
public final class DeploymentSelection {
    private static final String INDEX = "[0-9]{1,3}";
    private static final String CHECKSUM = "[0-9a-f]{6,64}";

    private final OsStatus status;

    public DeploymentSelection(OsStatus status) {
        this.status = status;
    }

    /**
     * {@return the place in boot order of the deployment that is meant}
     *
     * @throws NoSuchDeployment when none has the index
     * @throws DeploymentUnknown when none has the version or checksum, or several have
     */
    public int index(String word) {
        var deployments = status.deployments();
        if (word.matches(INDEX) && Integer.parseInt(word) < deployments.size()) {
            return Integer.parseInt(word);
        }
        return only(word, deployment -> word.equals(deployment.commit().version()))
                .or(() -> word.matches(CHECKSUM) ? only(word, deployment -> hasChecksum(deployment, word)) : none())
                .orElseGet(() -> missing(word));
    }

    private int missing(String word) {
        if (word.matches(INDEX)) {
            var _ = NoSuchDeployment.at(status.deployments(), Integer.parseInt(word));
        }
        throw DeploymentUnknown.named(word);
    }

    /** {@return the deployment that is meant} */
    Deployment deployment(String word) {
        return status.deployments().get(index(word));
    }

    private Optional<Integer> only(String word, Predicate<Deployment> meant) {
        var deployments = status.deployments();
        var found = deployments.stream().filter(meant).map(deployments::indexOf).toList();
        if (found.size() > 1) {
            throw DeploymentUnknown.ambiguous(word, found);
        }
        return found.stream().findFirst();
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }

    private static boolean hasChecksum(Deployment deployment, String beginning) {
        return deployment.id().checksum().startsWith(beginning)
                || deployment.origin().checksum().startsWith(beginning);
    }
}
