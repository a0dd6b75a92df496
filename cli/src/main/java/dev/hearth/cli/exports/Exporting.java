package dev.hearth.cli.exports;

import dev.hearth.core.host.Environment;
import dev.hearth.exports.Export;
import dev.hearth.exports.ExportKind;
import dev.hearth.exports.ExportName;
import dev.hearth.exports.ExportPlaces;
import dev.hearth.exports.Exports;
import dev.hearth.exports.HearthCall;
import dev.hearth.exports.PetOffers;
import dev.hearth.manifests.DeclaredExport;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a pet what it has, and makes that available to the caller. */
public final class Exporting {
    private final Supplier<Pets> pets;
    private final ExportPlaces places;
    private final Exports exports;
    private final Supplier<HearthCall> call;
    private final Environment environment;
    private final Narrator narrator;

    /**
     * Exports for a caller with this environment.
     *
     * @param call how exports are to call hearth
     */
    public Exporting(
            Supplier<Pets> pets,
            ExportPlaces places,
            Supplier<HearthCall> call,
            Environment environment,
            Narrator narrator) {
        this.pets = pets;
        this.places = places;
        this.exports = new Exports(places);
        this.call = call;
        this.environment = environment;
        this.narrator = narrator;
    }

    /** {@return what is exported by now} */
    public Exports exports() {
        return exports;
    }

    /** Makes something of a pet available; a pet that does not run is started. */
    Export export(ExportKind kind, PetName pet, String wanted, @Nullable String as) {
        var offers = new PetOffers(pets.get(), pet, places, narrator);
        return switch (kind) {
            case APP -> exports.app(pet, offers.app(wanted), as, call.get());
            case BIN -> exports.program(pet, offers.program(wanted), name(as), call.get());
            case SERVICE -> exports.service(pet, offers.service(wanted), name(as), call.get());
        };
    }

    /** Makes available what a manifest declares. */
    public void export(PetName pet, DeclaredExport declared) {
        var _ = declared.wanted().isEmpty()
                ? terminal(pet)
                : export(declared.kind(), pet, declared.wanted(), declared.as());
    }

    /** Makes a terminal in a pet available. */
    Export terminal(PetName pet) {
        return exports.terminal(pet, call.get());
    }

    List<Export> remove(ExportKind kind, String name, @Nullable PetName pet) {
        return exports.remove(kind, name, pet);
    }

    /** {@return what keeps the caller's shell from finding exported programs} */
    Optional<String> pathProblem() {
        return exports.isOnPath(environment.get("PATH"))
                ? Optional.empty()
                : Optional.of("'" + places.programs() + "' is not on your PATH, so shells do not find what is there");
    }

    private static @Nullable ExportName name(@Nullable String as) {
        return as == null ? null : new ExportName(as);
    }
}
