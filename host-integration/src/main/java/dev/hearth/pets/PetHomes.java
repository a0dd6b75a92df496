package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.homes.HomeChange;
import dev.hearth.homes.HomePath;
import dev.hearth.homes.MergePlan;
import dev.hearth.homes.OnConflict;
import dev.hearth.homes.OverlaidHome;
import dev.hearth.homes.PetChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What pets wrote to homes that they only read: shows it, gives it to the home, or drops it. */
public final class PetHomes {
    private final ContainerEngine engine;
    private final Account account;
    private final PetReader pets;
    private final PetLocks locks;
    private final PetSweep sweep;

    PetHomes(ContainerEngine engine, Account account, PetReader pets, PetLocks locks, PetSweep sweep) {
        this.engine = engine;
        this.account = account;
        this.pets = pets;
        this.locks = locks;
        this.sweep = sweep;
    }

    /**
     * {@return how what a pet sees of the home differs from it, sorted by path}
     *
     * @param paths below the home, or absolute; all of it when there is none
     */
    public List<HomeChange> diff(PetName name, List<String> paths, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            var home = home();
            return changes(overlaid(name, narrator), home).at(inside(home, paths));
        }
    }

    /** {@return how many changes a pet would lose with what it wrote; none when it keeps nothing apart} */
    public int unmerged(PetName name, Narrator narrator) {
        return pets.get(name).spec().home() instanceof Home.Overlay
                ? diff(name, List.of(), narrator).size()
                : 0;
    }

    /** {@return the same when the caller holds the pet's lock} */
    int unmerged(Pet pet) {
        return pet.spec().home() instanceof Home.Overlay
                ? changes(pet, home()).all().size()
                : 0;
    }

    /**
     * Gives the home what a pet wrote; the pet does not run.
     *
     * @param agreed is shown the plan, and says whether to go on
     * @return whether it went on
     * @throws HomeInUse when the pet runs
     */
    public boolean merge(
            PetName name, List<String> paths, OnConflict choice, Predicate<MergePlan> agreed, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            var pet = overlaid(name, narrator);
            var home = home();
            var useless = new ArrayList<HomePath>();
            try (var room = HomeRoom.toRead(engine, account, pet)) {
                var changes = home.changes(room.files());
                var plan = home.plan(changes, inside(home, paths), choice);
                requireStopped(pet);
                if (!agreed.test(plan)) {
                    return false;
                }
                home.merge(room.files(), changes, plan, name.value());
                var left = new ArrayList<>(changes.all());
                left.removeAll(plan.made());
                useless.addAll(changes.useless(left));
            }
            remove(pet, useless);
            return true;
        }
    }

    /**
     * Drops what a pet wrote, so that it sees what the home has; the pet does not run.
     *
     * @param agreed is shown what goes, and says whether to go on
     * @return whether it went on
     * @throws HomeInUse when the pet runs
     */
    public boolean discard(PetName name, List<String> paths, Predicate<List<HomeChange>> agreed, Narrator narrator) {
        try (var _ = locks.acquire(name, narrator)) {
            var pet = overlaid(name, narrator);
            var home = home();
            var wanted = inside(home, paths);
            var changes = changes(pet, home);
            var gone = changes.at(wanted);
            var written = changes.making(wanted);
            requireStopped(pet);
            boolean agrees = agreed.test(gone);
            if (agrees) {
                remove(pet, written);
            }
            return agrees;
        }
    }

    private PetChanges changes(Pet pet, OverlaidHome home) {
        try (var room = HomeRoom.toRead(engine, account, pet)) {
            return home.changes(room.files());
        }
    }

    private void remove(Pet pet, List<HomePath> written) {
        if (!written.isEmpty()) {
            try (var room = HomeRoom.toChange(engine, pet)) {
                room.files().remove(written);
            }
        }
    }

    private Pet overlaid(PetName name, Narrator narrator) {
        sweep.leftovers(name, narrator);
        var pet = pets.get(name);
        if (!(pet.spec().home() instanceof Home.Overlay)) {
            throw new NoOverlay(name, pet.spec().home());
        }
        return pet;
    }

    private static void requireStopped(Pet pet) {
        if (pet.isRunning()) {
            throw new HomeInUse(pet.name());
        }
    }

    private OverlaidHome home() {
        return new OverlaidHome(account.home(), engine.facts().storage());
    }

    private static List<HomePath> inside(OverlaidHome home, List<String> paths) {
        return paths.stream().map(home::path).toList();
    }
}
