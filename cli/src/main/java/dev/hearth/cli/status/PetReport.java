package dev.hearth.cli.status;

import dev.hearth.core.host.OsRelease;
import dev.hearth.exports.Export;
import dev.hearth.exports.Exports;
import dev.hearth.generations.ChangeCount;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.pets.PetOverview;
import dev.hearth.pets.Pets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the pets.
 *
 * @param catalogue which knows the releases of distributions by their images
 */
record PetReport(Supplier<Pets> pets, Supplier<Catalogue> catalogue, Supplier<Exports> exports) {

    /**
     * {@return the pets, sorted by name}
     *
     * @param withDrift whether to look into each
     */
    List<PetRow> rows(Optional<OsRelease> base, boolean withDrift) {
        var exported = exports.get().list();
        return pets.get().overviews().all().stream()
                .map(overview -> row(overview, base, exported, withDrift ? drift(overview) : null))
                .toList();
    }

    private PetRow row(
            PetOverview overview, Optional<OsRelease> base, List<Export> exported, PetRow.@Nullable Drift drift) {
        var pet = overview.pet();
        var created = overview.imageCreated();
        return new PetRow(
                pet.name().value(),
                pet.container().state().name().toLowerCase(Locale.ROOT),
                pet.spec().image(),
                created == null ? null : created.truncatedTo(ChronoUnit.SECONDS),
                base.flatMap(release -> matches(pet.spec().image(), release)).orElse(null),
                Objects.toString(overview.newest(), null),
                pet.spec().packages(),
                exported.stream()
                        .filter(export -> export.pet().equals(pet.name()))
                        .map(Export::name)
                        .sorted()
                        .toList(),
                drift);
    }

    /** {@return whether an image is of the base's release; empty when it is of another distribution, or nobody knows} */
    private Optional<Boolean> matches(String image, OsRelease base) {
        return catalogue.get()
                .recognise(image)
                .flatMap(choice -> choice.distribution()
                        .releaseOf(base)
                        .map(release -> release.equals(choice.release())));
    }

    private PetRow.Drift drift(PetOverview overview) {
        var now =
                pets.get().generations().past().history(overview.pet().name()).now();
        return new PetRow.Drift(sum(now.packages()), sum(now.files()));
    }

    private static @Nullable Long sum(@Nullable ChangeCount count) {
        return count == null ? null : (long) count.added() + count.changed() + count.removed();
    }
}
