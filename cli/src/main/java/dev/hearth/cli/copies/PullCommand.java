package dev.hearth.cli.copies;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.images.ImageReference;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth pull}. */
@Command(
        name = "pull",
        description = "Make a pet of one that push sent to a registry.",
        footer = {
            "",
            "What the pet had of its host (a home, directories, devices, the engine, ports, a start at",
            "login) you are asked about one by one, and --yes is no answer; --plain takes none of it.",
            "Its generations come along, for `hearth rollback`.",
            "",
            "Examples:",
            "  hearth pull registry.example.org/ada/dev:1",
            "  hearth pull registry.example.org/ada/dev:1 theirs --plain"
        })
public final class PullCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final ConsoleNarrator narrator;
    private final Arrival arrival;

    @Parameters(index = "0", paramLabel = "REF", description = "Where it was sent to.")
    private ImageReference reference;

    @Parameters(index = "1", paramLabel = "NEW", arity = "0..1", description = "Its name; else the one that it had.")
    private @Nullable PetName name;

    @Option(names = "--plain", description = "Take over nothing that it had of its host.")
    private boolean plain;

    public PullCommand(Supplier<Pets> pets, ConsoleNarrator narrator, Arrival arrival) {
        this.pets = pets;
        this.narrator = narrator;
        this.arrival = arrival;
    }

    @Override
    public void run() {
        var archives = pets.get().archives();
        try (var archived = archives.fetch(reference, narrator)) {
            arrival.of(archived, name, plain, archives);
        }
    }
}
