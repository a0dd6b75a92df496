package dev.hearth.pets;

import dev.hearth.generations.GenerationNumber;
import dev.hearth.packages.NoPackageManager;
import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageManager;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import java.util.List;
import java.util.Optional;

/** What was asked for in a pet, in a container of another image. */
final class Replay {
    private final PetPackageManager inside;
    private final Pet pet;

    /** Meets the requests of a pet's specification in its container. */
    Replay(PetPackageManager inside, Pet pet) {
        this.inside = inside;
        this.pet = pet;
    }

    /**
     * {@return those requests that cannot be met}
     *
     * @throws PackagesRefused when each could be, and not all of them together, or when nobody can tell
     */
    List<String> missing() {
        var requests = pet.spec().packages();
        if (requests.isEmpty()) {
            return List.of();
        }
        var found = manager();
        if (found.isEmpty()) {
            return requests;
        }
        var manager = found.get();
        var refreshed = inside.ask(manager.refresh());
        if (isPossible(manager, inside.ask(manager.plan(install(requests))))) {
            return List.of();
        }
        var missing = requests.stream()
                .filter(request -> !isPossible(manager, inside.ask(manager.plan(install(List.of(request))))))
                .toList();
        if (!missing.isEmpty() && !manager.successes().contains(refreshed.status())) {
            throw PackagesRefused.of(pet, refreshed);
        }
        var rest =
                requests.stream().filter(request -> !missing.contains(request)).toList();
        if (!rest.isEmpty()) {
            var together = inside.ask(manager.plan(install(rest)));
            if (!isPossible(manager, together)) {
                throw PackagesRefused.of(pet, together);
            }
        }
        return missing;
    }

    /**
     * Installs them.
     *
     * @param before what the pet was
     * @throws PackagesUnchanged when the package manager fails
     */
    void install(GenerationNumber before) {
        var requests = pet.spec().packages();
        if (requests.isEmpty()) {
            return;
        }
        var manager = manager().orElseThrow(() -> NoPackageManager.in(pet.name().value()));
        inside.ask(manager.refresh());
        var ended = inside.change(manager, manager.change(install(requests)), before, requests);
        if (!manager.successes().contains(ended.status())) {
            throw PackagesUnchanged.returned(pet.name(), ended.command(), ended.status(), ended.output());
        }
    }

    private Optional<PackageManager> manager() {
        try {
            return Optional.of(inside.which());
        } catch (NoPackageManager _) {
            return Optional.empty();
        }
    }

    private static boolean isPossible(PackageManager manager, PetPackageManager.Ended ended) {
        return manager.isPossible(ended.status(), ended.output().lines());
    }

    private static PackageRequest install(List<String> names) {
        return new PackageRequest(
                PackageAction.INSTALL, names.stream().map(PackageName::new).toList());
    }
}
