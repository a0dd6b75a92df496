package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.entry.EntryPlans;
import dev.hearth.entry.EntryPlans.RunningPet;

/** Lets the launcher enter pets that run by itself. */
record PetEntries(EntryPlans plans, Account account) {

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
