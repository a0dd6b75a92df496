package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.entry.EngineWords;
import dev.hearth.entry.EntryPlans;
import dev.hearth.entry.EntryPlans.RunningPet;
import dev.hearth.entry.KnownNames;
import dev.hearth.entry.PlanDirectory;
import java.nio.file.Path;

/** Lets the launcher enter pets that run, and name all there are, by itself. */
record PetEntries(EntryPlans plans, KnownNames names, Account account) {

    static PetEntries of(ContainerEngine engine, PrivateDirectory runtime, Pets.World world) {
        var root = Path.of("/");
        var directory = new PlanDirectory(runtime, PlanDirectory.installedCache());
        var words = EngineWords.of(world.engineAsked(), world.environment());
        return new PetEntries(
                new EntryPlans(engine, runtime, directory, words, world.processes(), root),
                new KnownNames(directory, words, root),
                world.account());
    }

    /**
     * Makes it so for a pet that is set up; what one for one session needs at its end the launcher hears from Java, and
     * which variables one that is kept from the login may have.
     */
    void keep(Pet pet) {
        if (!pet.spec().ephemeral() && pet.spec().home() instanceof Home.Shared) {
            plans.keep(new RunningPet(
                    pet.name().value(),
                    pet.container(),
                    account.uid() + ":" + account.gid(),
                    PetMounts.hostRoot(pet.spec()),
                    !pet.spec().init()));
        }
    }

    /** Ends it, before it stops being true. */
    void forget(PetName name) {
        plans.forget(name.value());
    }
}
