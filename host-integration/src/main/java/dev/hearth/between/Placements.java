package dev.hearth.between;

import dev.hearth.guest.GuestFiles;
import dev.hearth.os.advice.Judge;
import dev.hearth.os.advice.Place;
import dev.hearth.packages.PackageManager;
import dev.hearth.packages.PackageName;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.ArrayList;
import java.util.List;

/**
 * Says where packages belong that are asked for, by what a pet's own sources have under their names.
 *
 * <p>The pet has the package manager and the sources; a base often has neither at hand, or needs root for them.
 */
public final class Placements {
    private final Pets pets;
    private final Judge judge;

    public Placements(Pets pets, Judge judge) {
        this.pets = pets;
        this.judge = judge;
    }

    /** {@return where each of these belongs; the pet is asked, and nothing is changed in it} */
    public List<Placement> of(PetName pet, PackageManager manager, List<PackageName> names, Narrator narrator) {
        return names.stream()
                .map(PackageName::value)
                .distinct()
                .map(name -> of(pet, manager, name, narrator))
                .toList();
    }

    private Placement of(PetName pet, PackageManager manager, String name, Narrator narrator) {
        var format = ContentAnswer.format(manager);
        var said = new ArrayList<String>();
        var words = List.of(GuestFiles.PACKAGE_CONTENT.value(), manager.program(), format, name);
        int status = pets.inside().administer(pet, words, said::add, narrator);
        var answer = ContentAnswer.of(said);
        return status == 0 && !answer.parts().isEmpty()
                ? new Placement(name, judge.judge(answer.parts()), "")
                : new Placement(name, null, answer.problem());
    }

    /**
     * Makes sure that a pet does for all of these.
     *
     * @throws NeededInBase when it does not for one
     */
    public static void requirePet(List<Placement> placements, PetName pet) {
        var needed = placements.stream()
                .filter(each -> each.judgement() != null && each.judgement().place() == Place.BASE)
                .toList();
        if (!needed.isEmpty()) {
            var others = placements.stream()
                    .filter(each -> !needed.contains(each))
                    .map(Placement::name)
                    .toList();
            throw NeededInBase.instead(needed, others, pet);
        }
    }
}
