package dev.hearth.pets;

import dev.hearth.engine.ContainerPath;
import dev.hearth.images.LocalImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What making a pet anew of another image is going to do.
 *
 * @param pet as it is
 * @param spec as it is going to be
 * @param image what it is made of; absent as long as that is not here
 * @param wanted what it is made of, for people
 * @param changes what differs about the specification
 * @param carried files that go along
 * @param missing packages that were asked for and cannot be had there; absent as long as the image is not here
 * @param steps in order
 */
public record RebasePlan(
        Pet pet,
        PetSpec spec,
        @Nullable LocalImage image,
        String wanted,
        List<SpecChange> changes,
        List<ContainerPath> carried,
        @Nullable List<String> missing,
        List<Step> steps) {
    public RebasePlan {
        changes = List.copyOf(changes);
        carried = List.copyOf(carried);
        missing = missing == null ? null : List.copyOf(missing);
        steps = List.copyOf(steps);
    }

    /** Refuses to leave out what was asked for. */
    public void requireAll() {
        if (missing != null && !missing.isEmpty()) {
            throw new RequestsMissing(pet.name(), wanted, missing);
        }
    }
}
