package dev.hearth.cli.status;

import dev.hearth.exports.Export;
import dev.hearth.exports.Exports;
import dev.hearth.frombase.BaseOrigin;
import dev.hearth.generations.ChangeCount;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.pets.Pet;
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
    List<PetRow> rows(Optional<BaseReport.Present> base, boolean withDrift) {
        var exported = exports.get().list();
        return pets.get().overviews().all().stream()
                .map(overview -> row(overview, base, exported, withDrift ? drift(overview) : null))
                .toList();
    }

    private PetRow row(
            PetOverview overview,
            Optional<BaseReport.Present> base,
            List<Export> exported,
            PetRow.@Nullable Drift drift) {
        var pet = overview.pet();
        var created = overview.imageCreated();
        var matches = base.flatMap(present -> matches(pet, present)).orElse(null);
        return new PetRow(
                pet.name().value(),
                pet.container().state().name().toLowerCase(Locale.ROOT),
                pet.spec().image(),
                created == null ? null : created.truncatedTo(ChronoUnit.SECONDS),
                matches,
                Boolean.FALSE.equals(matches) && isOfABase(pet) ? "hearth rebase " + pet.name() + " --from-base" : null,
                Objects.toString(overview.newest(), null),
                pet.spec().packages(),
                exported.stream()
                        .filter(export -> export.pet().equals(pet.name()))
                        .map(Export::name)
                        .sorted()
                        .toList(),
                drift);
    }

    /** {@return whether a pet is of the base, or of its release; empty when it is of something else, or nobody knows} */
    private Optional<Boolean> matches(Pet pet, BaseReport.Present base) {
        return BaseOrigin.read(pet.container().labels())
                .map(origin -> origin.checksum().equals(base.checksum()))
                .or(() -> catalogue
                        .get()
                        .recognise(pet.spec().image())
                        .flatMap(choice -> choice.distribution()
                                .releaseOf(base.release())
                                .map(release -> release.equals(choice.release()))));
    }

    private static boolean isOfABase(Pet pet) {
        return BaseOrigin.read(pet.container().labels()).isPresent();
    }

    private PetRow.Drift drift(PetOverview overview) {
        var now = pets.get().generations().past().history(overview.pet().name()).now();
        return new PetRow.Drift(sum(now.packages()), sum(now.files()));
    }

    private static @Nullable Long sum(@Nullable ChangeCount count) {
        return count == null ? null : (long) count.added() + count.changed() + count.removed();
    }
}
