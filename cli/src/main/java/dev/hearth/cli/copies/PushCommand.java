package dev.hearth.cli.copies;

import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.images.ImageReference;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth push}. */
@Command(
        name = "push",
        description = "Send a pet to a registry, for others to have the same.",
        footer = {
            "",
            "What is sent is what `hearth export-pet` writes: all that is in the pet, what it is, and its",
            "generations. Whoever may read there can read all of it, and `hearth pull` makes a pet of it.",
            "Logins are those of `podman login` and `docker login`; a registry without TLS has to be on",
            "this machine, or one that the engine's configuration names as such.",
            "",
            "Examples:",
            "  hearth push dev registry.example.org/ada/dev:1",
            "  hearth push dev registry.example.org/ada/dev:1 --no-history"
        })
public final class PushCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final ConsoleNarrator narrator;
    private final Consent consent;

    @Parameters(index = "0", paramLabel = "PET", description = "The pet.")
    private PetName pet;

    @Parameters(index = "1", paramLabel = "REF", description = "Registry, path and tag, such as an image has.")
    private ImageReference reference;

    @Mixin
    private HistoryOption options;

    @Mixin
    private GraceOption grace;

    public PushCommand(Supplier<Pets> pets, ConsoleNarrator narrator, Consent consent) {
        this.pets = pets;
        this.narrator = narrator;
        this.consent = consent;
    }

    @Override
    public void run() {
        boolean stops = pets.get().generations().snapshots().plan(pet).stops();
        consent.to(
                List.of(),
                "Send all that is in the pet '%s' to '%s'%s?"
                        .formatted(pet, reference, stops ? ", and stop it meanwhile" : ""));
        pets.get().archives().push(pet, reference, options.history(), grace.grace(), narrator);
        narrator.confirm("The pet '%s' is at '%s'".formatted(pet, reference));
    }
}
