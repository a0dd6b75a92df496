package dev.hearth.cli.pets;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.session.Handover;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Pets that are gone when their one session ends; where hearth leaves for good, the launcher removes them. */
public final class Ephemeral {
    private final Supplier<Pets> pets;
    private final Entry entry;
    private final Departure departure;
    private final Narrator narrator;
    private final Prompt prompt;
    private final RandomGenerator random;
    private final Supplier<Optional<String>> engine;

    /**
     * Makes such pets.
     *
     * @param engine the one that the command line asks for
     */
    public Ephemeral(
            Supplier<Pets> pets,
            Entry entry,
            Departure departure,
            Narrator narrator,
            Prompt prompt,
            RandomGenerator random,
            Supplier<Optional<String>> engine) {
        this.pets = pets;
        this.entry = entry;
        this.departure = departure;
        this.narrator = narrator;
        this.prompt = prompt;
        this.random = random;
        this.engine = engine;
    }

    /** Makes a pet, runs a command or a shell in it, and removes it; {@return the command's exit status} */
    int run(Function<@Nullable PetName, CreateRequest> newPet, @Nullable PetName named, List<String> command) {
        var name = named == null ? PetName.parse("ephemeral-%08x".formatted(random.nextInt())) : named;
        var request = newPet.apply(name);
        if (request.autostart()) {
            throw ConflictingOptions.autostartForOneSession();
        }
        pets.get().creations().create(request.forOneSession(), narrator, prompt);
        boolean launchersTask = false;
        try {
            int status = departure.leave(onSameEngine(entry.session(name, command)));
            launchersTask = departure.isForGood();
            return status;
        } finally {
            if (!launchersTask) {
                discard(name);
            }
        }
    }

    private void discard(PetName name) {
        // Whoever interrupts the session wants the pet gone all the more; engines cannot be asked while interrupted.
        boolean interrupted = Thread.interrupted();
        pets.get().remove(name, true, narrator);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The launcher removes the pet by a call of its own, which knows nothing of this one's options. */
    private Handover onSameEngine(Handover handover) {
        return engine.get()
                .map(asked -> handover.withExport("HEARTH_ENGINE", asked))
                .orElse(handover);
    }
}
