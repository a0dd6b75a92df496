package dev.hearth.manifests;

import dev.hearth.exports.Export;
import dev.hearth.exports.ExportKind;
import dev.hearth.exports.Exports;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says as a manifest what pets are that are there. */
public final class Freezing {
    private final Pets pets;
    private final Exports exports;
    private final Catalogue catalogue;

    public Freezing(Pets pets, Exports exports, Catalogue catalogue) {
        this.pets = pets;
        this.exports = exports;
        this.catalogue = catalogue;
    }

    /**
     * Pets that were written down.
     *
     * @param manifest the text that declares them
     * @param lock what they consist of
     */
    public record Frozen(String manifest, LockFile lock) {}

    /** {@return these pets, or all but those for one session where none are named} */
    public Frozen freeze(List<PetName> names) {
        var named = names.isEmpty()
                ? pets.list().stream().filter(pet -> !pet.spec().ephemeral())
                : names.stream().map(pets::get);
        var meant = named.map(pets::withRequests).toList();
        var locked = new LinkedHashMap<PetName, LockedPet>();
        meant.forEach(pet -> locked.put(pet.name(), LockedPet.of(pets.inventory(pet))));
        return new Frozen(ManifestText.of(meant.stream().map(this::declared).toList()), new LockFile(locked));
    }

    private DeclaredPet declared(Pet pet) {
        var spec = pet.spec();
        var choice = catalogue.recognise(spec.image()).orElse(null);
        var request = new CreateRequest(
                pet.name(),
                choice == null ? spec.image() : null,
                choice == null ? null : choice.distribution().id(),
                choice == null ? null : choice.release(),
                spec.home(),
                spec.volumes(),
                spec.environment(),
                spec.packages(),
                spec.init(),
                spec.unshared(),
                spec.ports(),
                spec.devices(),
                spec.withEngine(),
                spec.limits(),
                spec.platform(),
                spec.hostname(),
                ManifestMark.without(spec.labels()),
                spec.autostart(),
                spec.idleStop(),
                false);
        var exported = exports.list().stream()
                .filter(export -> export.pet().equals(pet.name()))
                .map(Freezing::declared)
                .toList();
        return new DeclaredPet(pet.name(), request, exported.isEmpty() ? null : exported, List.of());
    }

    private static DeclaredExport declared(Export export) {
        var plain = new DeclaredExport(export.kind(), export.source(), null);
        return new DeclaredExport(export.kind(), export.source(), plain.isMetBy(export) ? null : as(export));
    }

    private static @Nullable String as(Export export) {
        return export.kind() == ExportKind.APP ? null : export.name();
    }
}
