package dev.hearth.between;

import dev.hearth.between.Move.Direction;
import dev.hearth.between.Move.State;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.OsRelease;
import dev.hearth.os.Change;
import dev.hearth.packages.PackageManager;
import dev.hearth.packages.PackageName;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes packages that were tried in a pet layers of the base: the very files, by the pet's own package manager. */
public final class Promotions {
    private static final Set<PackageManager> WITH_FILES =
            Set.of(PackageManager.APT, PackageManager.DNF, PackageManager.DNF5, PackageManager.YUM);

    private final Supplier<OsRelease> release;
    private final BaseLayers base;
    private final Supplier<Pets> pets;
    private final MoveJournal journal;
    private final PrivateDirectory files;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Makes packages layers of this base.
     *
     * @param release what the base says it is
     * @param files where files are kept meanwhile
     */
    public Promotions(
            Supplier<OsRelease> release,
            BaseLayers base,
            Supplier<Pets> pets,
            MoveJournal journal,
            PrivateDirectory files,
            InstantSource clock,
            RandomGenerator random) {
        this.release = release;
        this.base = base;
        this.pets = pets;
        this.journal = journal;
        this.files = files;
        this.clock = clock;
        this.random = random;
    }

    /**
     * {@return what {@link #carryOut} would do, with the files fetched; a pet that does not run is started}
     *
     * @throws OtherRelease when the pet is none of the base's distribution and release
     * @throws NotInstalled when the pet does not have one
     */
    public PromotionPlan plan(List<PackageName> names, PetName pet, Narrator narrator) {
        var source = new PetPackageFiles(pets.get(), pet, narrator);
        var ofPet = source.release();
        var ofBase = release.get();
        if (OtherRelease.differ(ofPet, ofBase)) {
            throw new OtherRelease(pet, ofPet, ofBase);
        }
        var manager = pets.get().packages().manager(pet, narrator);
        if (!WITH_FILES.contains(manager)) {
            throw new NoFilesOfPackages(pet, manager);
        }
        var wanted = names.stream().map(PackageName::value).distinct().toList();
        var move = journal.begun(Direction.PROMOTE, pet, wanted).orElseGet(() -> move(wanted, pet));
        var directory = files.directory(move.id().value()).prepared();
        try {
            var fetched = new ArrayList<Path>();
            wanted.forEach(name -> fetched.add(source.fetch(manager, name, directory)));
            var change = new Change.Packages(List.of(), fetched, null, List.of(), false, true);
            return new PromotionPlan(
                    move, directory, change, MoveSteps.onBase(base.plan(change)).toList());
        } catch (RuntimeException e) {
            delete(directory);
            throw e;
        }
    }

    private Move move(List<String> names, PetName pet) {
        return new Move(
                MoveId.fresh(Direction.PROMOTE, random),
                clock.instant(),
                pet,
                false,
                names.stream()
                        .map(name -> new Move.Item(name, List.of(), List.of()))
                        .toList(),
                List.of(),
                List.of(),
                null,
                State.BEGUN);
    }

    /** Does what was planned; {@return the move as it was done} */
    public Move carryOut(PromotionPlan plan) {
        base.requireChangeable();
        var before = base.requests();
        var move = journal.keep(plan.move());
        try {
            base.carryOut(plan.base(), "%s: from the pet '%s'".formatted(move.id(), move.pet()));
        } catch (Failure e) {
            journal.restore(move);
            throw e;
        }
        var put = base.requests().stream()
                .filter(request -> !before.contains(request) || isOf(request, move.names()))
                .toList();
        return journal.keep(move.putting(put).being(State.DONE));
    }

    /** What an earlier call put there that was cut off is listed by a title that begins with the name. */
    private static boolean isOf(String request, List<String> names) {
        return names.stream().anyMatch(name -> request.startsWith(name + "_") || request.startsWith(name + "-"));
    }

    static void delete(Path directory) {
        DirectoryTree.delete(directory);
    }
}
