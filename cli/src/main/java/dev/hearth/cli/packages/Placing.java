package dev.hearth.cli.packages;

import dev.hearth.between.Placement;
import dev.hearth.between.Placements;
import dev.hearth.cli.os.ChosenBase;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.pets.NewPet;
import dev.hearth.cli.pets.PetMaking;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.text.Printable;
import dev.hearth.os.advice.Judge;
import dev.hearth.os.advice.Judgement;
import dev.hearth.os.advice.Place;
import dev.hearth.pets.PackagePlan;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers where packages should go when nobody named a pet for them, on a host with a base that could have them. */
public final class Placing {
    private final Function<@Nullable Path, ChosenBase> bases;
    private final Supplier<Pets> pets;
    private final PetMaking making;
    private final NewPet newPet;
    private final ConsoleNarrator narrator;

    /**
     * Answers for a host.
     *
     * @param bases the host's base, or that of a sysroot
     * @param newPet what the first pet is to be
     */
    public Placing(
            Function<@Nullable Path, ChosenBase> bases,
            Supplier<Pets> pets,
            PetMaking making,
            NewPet newPet,
            ConsoleNarrator narrator) {
        this.bases = bases;
        this.pets = pets;
        this.making = making;
        this.newPet = newPet;
        this.narrator = narrator;
    }

    /** {@return the pet for what is installed where there is none yet, which is made after asking} */
    PetName firstPet() {
        return making.first(newPet);
    }

    /**
     * Says that what is planned can live in the pet.
     *
     * @throws dev.hearth.between.NeededInBase when some of it is of no use there
     */
    void answer(PackagePlan plan, @Nullable Path sysroot) {
        var judge = judge(sysroot);
        if (judge.isEmpty()) {
            return;
        }
        var pet = plan.pet().name();
        var placements = new Placements(pets.get(), judge.get())
                .of(pet, plan.manager(), plan.request().names(), narrator);
        Placements.requirePet(placements, pet);
        var judged =
                placements.stream().filter(each -> each.judgement() != null).toList();
        if (!judged.isEmpty()) {
            narrator.say(sentence(judged, pet));
        }
        placements.forEach(placement -> remark(placement, pet));
    }

    /** Where there is no base that could have them, there is nothing to answer. */
    private Optional<Judge> judge(@Nullable Path sysroot) {
        try {
            return bases.apply(sysroot).advisor().judge();
        } catch (Failure.Cancelled e) {
            throw e;
        } catch (Failure e) {
            if (sysroot != null) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static String sentence(List<Placement> judged, PetName pet) {
        var names = judged.stream().map(each -> "'" + each.name() + "'").collect(Collectors.joining(", "));
        return "%s can live in a pet: %s to '%s'".formatted(names, judged.size() == 1 ? "it goes" : "they go", pet);
    }

    private void remark(Placement placement, PetName pet) {
        var judgement = placement.judgement();
        if (judgement == null) {
            narrator.say("Where '%s' belongs cannot be told (%s): it goes to '%s'"
                    .formatted(placement.name(), Printable.line(placement.problem()), pet));
        } else if (judgement.place() == Place.FLATPAK) {
            narrator.say("'%s' may be there as a Flatpak, too: `%s`".formatted(placement.name(), flatpak(judgement)));
        }
    }

    private static String flatpak(Judgement judgement) {
        return Command.of(
                        "flatpak", "install", judgement.offers().applicationId().orElseThrow())
                .toString();
    }
}
