package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import java.util.List;

/** No deployment has the index that was given. */
public final class NoSuchDeployment extends Failure.NotFound {
    private NoSuchDeployment(int index, int count) {
        super(
                "There is no deployment " + index,
                switch (count) {
                    case 0 -> "There are none yet; `hearth os rebase REF` makes the first.";
                    case 1 -> "There is only deployment 0.";
                    default -> "They are counted from 0 to " + (count - 1) + ", as `hearth os status` lists them.";
                });
    }

    /**
     * {@return the deployment with this index}
     *
     * @throws NoSuchDeployment when there are not so many
     */
    public static Deployment at(List<Deployment> deployments, int index) {
        if (index < 0 || index >= deployments.size()) {
            throw new NoSuchDeployment(index, deployments.size());
        }
        return deployments.get(index);
    }
}
