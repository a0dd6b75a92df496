package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerPath;
import dev.hearth.packages.PackageName;

/**
 * Reads which packages were asked for, and not those that came along.
 *
 * <p>They are in a pet's own files: a container's labels cannot be changed, and what the list is about goes where the files
 * go, into generations and back.
 */
final class PetRequests {
    private static final ContainerPath FILE = ContainerPath.of("/var/lib/hearth/requests");

    private final ContainerEngine engine;

    PetRequests(ContainerEngine engine) {
        this.engine = engine;
    }

    /** {@return the pet with all that was asked for by now} */
    Pet with(Pet pet) {
        // Root inside can write there what it likes.
        return engine.files()
                .lines(pet.container().id(), FILE)
                .map(lines ->
                        lines.stream().filter(PackageName::isValid).distinct().toList())
                .filter(requests -> !requests.equals(pet.spec().packages()))
                .map(requests -> new Pet(pet.name(), pet.spec().withPackages(requests), pet.container()))
                .orElse(pet);
    }
}
