package dev.hearth.cli.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.prompt.CannotAsk;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Step;
import java.util.function.Supplier;

/** Makes a pet that a command needs and that is not there, after asking. */
public final class PetMaking {
    private final Supplier<Pets> pets;
    private final Narrator narrator;
    private final Prompt prompt;

    public PetMaking(Supplier<Pets> pets, Narrator narrator, Prompt prompt) {
        this.pets = pets;
        this.narrator = narrator;
        this.prompt = prompt;
    }

    /** {@return the first pet of all, which is made} */
    public PetName first(NewPet newPet) {
        return made(newPet.request(), new NoPetYet());
    }

    /**
     * {@return a pet that is made}
     *
     * @param otherwise what the command fails with where nobody can be asked
     */
    PetName made(CreateRequest request, Failure otherwise) {
        var name = name(request);
        if (!mayMake(name, otherwise)) {
            throw new Declined();
        }
        return pets.get().creations().create(request, narrator, prompt).name();
    }

    private boolean mayMake(PetName name, Failure otherwise) {
        try {
            return prompt.confirm(otherwise.message() + ". Make '" + name + "' now?");
        } catch (CannotAsk e) {
            // That the pet is missing says more than that nobody could be asked about it.
            throw otherwise;
        }
    }

    private PetName name(CreateRequest request) {
        return pets.get().creations().plan(request).stream()
                .filter(Step.Name.class::isInstance)
                .map(step -> ((Step.Name) step).name())
                .findFirst()
                .orElseThrow();
    }
}
