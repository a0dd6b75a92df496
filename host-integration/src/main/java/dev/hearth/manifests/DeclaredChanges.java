package dev.hearth.manifests;

import dev.hearth.core.failure.Failure;
import dev.hearth.exports.Exports;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.packages.PackageRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PackageScreen;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a pet that is there what is declared, as a whole: when something fails, the pet is what it was.
 *
 * <p>Its packages are changed first, since hooks may need them.
 */
final class DeclaredChanges {
    private final Pets pets;
    private final Exports exports;
    private final Exporter exporter;

    DeclaredChanges(Pets pets, Exports exports, Exporter exporter) {
        this.pets = pets;
        this.exports = exports;
        this.exporter = exporter;
    }

    void carryOut(PetPlan.Change change, Duration grace, Narrator narrator) {
        var name = change.name();
        GenerationNumber before = null;
        try {
            for (var request : change.packages()) {
                var saved = changed(name, request, grace, narrator);
                before = before == null ? saved : before;
            }
            pets.edits().carryOut(name, change.edit(), change.hooks(), grace, narrator);
        } catch (Failure e) {
            returnTo(name, before, grace, e, narrator);
            throw e;
        }
        change.surplus().forEach(export -> exports.remove(export.kind(), export.name(), name));
        export(name, change.missing());
    }

    /** Makes a pet's programs, apps and services available. */
    void export(PetName name, List<DeclaredExport> wanted) {
        wanted.forEach(export -> exporter.export(name, export));
    }

    /** {@return what the pet was before; absent when no package changed} */
    private @Nullable GenerationNumber changed(
            PetName name, PackageRequest request, Duration grace, Narrator narrator) {
        var packages = pets.packages();
        var plan = packages.plan(name, request, narrator);
        return plan.isEmpty()
                ? null
                : packages.carryOut(plan, PackageScreen.LINES, grace, narrator).generation();
    }

    /** A change of packages that failed has returned the pet by itself; this is about one that succeeded before. */
    private void returnTo(
            PetName name, @Nullable GenerationNumber before, Duration grace, Failure failure, Narrator narrator) {
        if (before != null) {
            try {
                pets.generations().rollbacks().carryOut(name, before, grace, narrator);
            } catch (Failure e) {
                narrator.warning("'%s' could not be returned to %s: %s".formatted(name, before, e.message()));
                failure.addSuppressed(e);
            }
        }
    }
}
