package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import java.util.List;

/** An image has no packages by which a pet's requests could be met, and the pet is what it was. */
public final class RequestsMissing extends Failure.ToolFailed {
    RequestsMissing(PetName name, String image, List<String> missing) {
        super(
                "What was asked for in the pet '%s' is not there for '%s': %s"
                        .formatted(name, image, String.join(", ", missing)),
                "Nothing was changed; `--skip-missing` goes on without, `--carry` takes package sources along.");
    }
}
