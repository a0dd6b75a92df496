package dev.hearth.cli.pets;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Terminals;
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
    private final PetMaking making;
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
        this.making = new PetMaking(pets, narrator, prompt);
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
            return session(making.made(newPet.apply(null), new NoPetYet()), command);
        }
        var name = meant.get().name();
        try {
            return session(name, command);
        } catch (PetNotFound missing) {
            var named = missing.namedBy(meant.get().source());
            if (!isWorthMaking(meant.get())) {
                throw named;
            }
            return session(making.made(newPet.apply(name), named), command);
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

    private boolean isWorthMaking(MeantPet meant) {
        return meant.mayBeMade() && !(meant.isTyped() && isProbablyMistyped(meant.name()));
    }

    private boolean isProbablyMistyped(PetName name) {
        var names =
                pets.get().list().stream().map(Pet::name).map(PetName::value).toList();
        return Suggestions.nearest(name.value(), names).isPresent();
    }
}
