package dev.hearth.pets;

import dev.hearth.packages.PackageManager;
import dev.hearth.packages.PackageRequest;
import java.util.List;

/**
 * What changing the packages of a pet is going to do.
 *
 * @param requests all that has been asked for once it is done
 * @param steps in order
 * @param said what the package manager itself said it would do
 * @param changesAnything whether that is anything but the requests
 */
public record PackagePlan(
        Pet pet,
        PackageManager manager,
        PackageRequest request,
        List<String> requests,
        List<Step> steps,
        List<String> said,
        boolean changesAnything) {
    public PackagePlan {
        requests = List.copyOf(requests);
        steps = List.copyOf(steps);
        said = List.copyOf(said);
    }

    /** {@return whether all is as it is asked to be} */
    public boolean isEmpty() {
        return !changesAnything && requests.equals(pet.spec().packages());
    }
}
