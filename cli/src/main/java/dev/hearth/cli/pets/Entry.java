package dev.hearth.cli.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Terminals;
import dev.hearth.core.prompt.CannotAsk;
import dev.hearth.core.prompt.Declined;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.core.text.Suggestions;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.EnterRequest;
import dev.hearth.pets.MeantPet;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.PetNotFound;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Step;
import dev.hearth.session.Handover;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the pet to enter, offers to make it when it is missing, and opens a session in it. */
public final class Entry {
    private final Supplier<Pets> pets;
    private final PetSelection selection;
    private final Narrator narrator;
    private final Prompt prompt;
    private final Account account;
    private final Terminals terminals;
    private final Path directory;

    /** Opens sessions for a caller at these terminals in this directory. */
    public Entry(
            Supplier<Pets> pets,
            PetSelection selection,
            Narrator narrator,
            Prompt prompt,
            Account account,
            Terminals terminals,
            Path directory) {
        this.pets = pets;
        this.selection = selection;
        this.narrator = narrator;
        this.prompt = prompt;
        this.account = account;
        this.terminals = terminals;
        this.directory = directory;
    }

    /**
     * {@return what to run for a session in the pet that is meant}
     *
     * @param newPet what a pet of this name, or of the default name, is to be if it must be made
     */
    Handover open(@Nullable PetName asked, Function<@Nullable PetName, CreateRequest> newPet, List<String> command) {
        var meant = selection.find(asked);
        if (meant.isEmpty()) {
            return session(made(newPet.apply(null), new NoPetYet()), command);
        }
        var name = meant.get().name();
        try {
            return session(name, command);
        } catch (PetNotFound missing) {
            var named = missing.namedBy(meant.get().source());
            if (!isWorthMaking(meant.get())) {
                throw named;
            }
            return session(made(newPet.apply(name), named), command);
        }
    }

    /** {@return what to run for a session in a pet that is there} */
    Handover session(PetName name, List<String> command) {
        var request = new EnterRequest(
                account.uid() + ":" + account.gid(),
                command.size(),
                terminals.input() && terminals.output(),
                directory,
                Map.of());
        return pets.get().enter(name, request, narrator);
    }

    private PetName made(CreateRequest request, Failure otherwise) {
        var name = name(request);
        if (!mayMake(name, otherwise)) {
            throw new Declined();
        }
        return pets.get().create(request, narrator, prompt).name();
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
        return pets.get().planCreate(request).stream()
                .filter(Step.Name.class::isInstance)
                .map(step -> ((Step.Name) step).name())
                .findFirst()
                .orElseThrow();
    }

    private boolean isWorthMaking(MeantPet meant) {
        return meant.mayBeMade() && !(meant.isTyped() && isProbablyMistyped(meant.name()));
    }

    private boolean isProbablyMistyped(PetName name) {
        var names =
                pets.get().list().stream().map(Pet::name).map(PetName::value).toList();
        return Suggestions.nearest(name.value(), names).isPresent();
    }
}
