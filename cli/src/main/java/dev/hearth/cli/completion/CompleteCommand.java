package dev.hearth.cli.completion;

import dev.hearth.cli.output.Output;
import dev.hearth.core.failure.Failure;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth complete}: the names that completion scripts offer. */
@Command(name = "complete", hidden = true, description = "Print names for completion scripts.")
public final class CompleteCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Output output;

    @Parameters(paramLabel = "WHAT", description = "pets")
    private String what;

    public CompleteCommand(Supplier<Pets> pets, Output output) {
        this.pets = pets;
        this.output = output;
    }

    @Override
    public void run() {
        try {
            output.lines(names());
        } catch (Failure e) {
            // Somebody presses the tab key: nothing to offer is all there is to say.
        }
    }

    private List<String> names() {
        return switch (what) {
            case "pets" ->
                pets.get().list().stream().map(Pet::name).map(Object::toString).toList();
            default -> List.of();
        };
    }
}
