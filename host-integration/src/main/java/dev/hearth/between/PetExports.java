package dev.hearth.between;

import dev.hearth.between.Move.Exported;
import dev.hearth.exports.AppNotFound;
import dev.hearth.exports.Export;
import dev.hearth.exports.ExportNotFound;
import dev.hearth.exports.ExportPlaces;
import dev.hearth.exports.Exports;
import dev.hearth.exports.HearthCall;
import dev.hearth.exports.InvalidExportName;
import dev.hearth.exports.PetOffers;
import dev.hearth.exports.ProgramNotFound;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what packages had on the host available from the pet that they are in now. */
public final class PetExports {
    private final Supplier<Pets> pets;
    private final ExportPlaces places;
    private final Exports exports;
    private final Supplier<HearthCall> call;

    /**
     * Exports to these places.
     *
     * @param call how exports are to call hearth
     */
    public PetExports(Supplier<Pets> pets, ExportPlaces places, Supplier<HearthCall> call) {
        this.pets = pets;
        this.places = places;
        this.exports = new Exports(places);
        this.call = call;
    }

    /** {@return those of these that are not there yet} */
    List<Exported> missing(PetName pet, List<Exported> wanted) {
        return wanted.stream().filter(each -> find(pet, each).isEmpty()).toList();
    }

    /** Makes an export; {@return whether it could be: a pet of another distribution may not have it, which is told} */
    boolean make(PetName pet, Exported wanted, Narrator narrator) {
        var offers = new PetOffers(pets.get(), pet, places, narrator);
        try {
            var _ = switch (wanted.kind()) {
                case BIN -> exports.program(pet, offers.program(wanted.name()), null, call.get());
                case APP -> exports.app(pet, offers.app(wanted.name()), null, call.get());
                case SERVICE -> exports.service(pet, offers.service(wanted.name()), null, call.get());
            };
            return true;
        } catch (ProgramNotFound | AppNotFound | InvalidExportName e) {
            narrator.warning(e.message() + "; it is not exported");
            return false;
        }
    }

    /** Takes an export back; one that is gone already is left alone. */
    void remove(PetName pet, Exported export) {
        try {
            var _ = exports.remove(export.kind(), export.name(), pet);
        } catch (ExportNotFound _) {
            // Which is what was asked for.
        }
    }

    /** {@return those of these that are still there} */
    List<Exported> present(PetName pet, List<Exported> made) {
        return made.stream().filter(each -> find(pet, each).isPresent()).toList();
    }

    private Optional<Export> find(PetName pet, Exported wanted) {
        return exports.list().stream()
                .filter(export -> export.kind() == wanted.kind()
                        && export.name().equals(wanted.name())
                        && export.pet().equals(pet))
                .findFirst();
    }
}
