package dev.hearth.os;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.util.List;

/** A word means no deployment, or more than one. */
public final class DeploymentUnknown extends Failure.NotFound {
    private DeploymentUnknown(String message, String hint) {
        super(message, hint);
    }

    static DeploymentUnknown named(String word) {
        return new DeploymentUnknown(
                "There is no deployment '" + Printable.line(word) + "'",
                "Name it by its index, its version or its checksum, as `hearth os status` shows them.");
    }

    static DeploymentUnknown ambiguous(String word, List<Integer> indexes) {
        return new DeploymentUnknown(
                "Several deployments are '%s': %s"
                        .formatted(
                                Printable.line(word),
                                String.join(
                                        ", ",
                                        indexes.stream().map(String::valueOf).toList())),
                "Name the one that is meant by its index.");
    }
}
