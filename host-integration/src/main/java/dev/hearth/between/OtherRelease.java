package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.OsRelease;
import dev.hearth.pets.PetName;

/** The packages of a pet are made for another release than the base's. */
public final class OtherRelease extends Failure.Conflict {
    OtherRelease(PetName pet, OsRelease ofPet, OsRelease ofBase) {
        super(
                "The pet '%s' is %s, and the base %s: its packages are not made for that"
                        .formatted(pet, title(ofPet), title(ofBase)),
                "`hearth create --from-base` makes a pet whose packages fit.");
    }

    static boolean differ(OsRelease one, OsRelease other) {
        return !one.id().equals(other.id())
                || !one.versionId().equals(other.versionId())
                || !one.codename().equals(other.codename());
    }

    private static String title(OsRelease release) {
        return (release.id() + " " + (release.versionId().isEmpty() ? release.codename() : release.versionId()))
                .strip();
    }
}
