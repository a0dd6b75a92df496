package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth start}. */
@Command(
        name = "start",
        description = "Start pets.",
        footer = {"", "Examples:", "  hearth start dev", "  hearth start dev web"})
public final class StartCommand implements Callable<Integer> {
    private final Supplier<Pets> pets;
    private final Each each;
    private final ConsoleNarrator narrator;

    @Parameters(paramLabel = "PET", arity = "1..*", description = "The pets.")
    private List<PetName> names = List.of();

    public StartCommand(Supplier<Pets> pets, Each each, ConsoleNarrator narrator) {
        this.pets = pets;
        this.each = each;
        this.narrator = narrator;
    }

    @Override
    public Integer call() {
        return each.run(names, name -> {
            pets.get().start(name, narrator);
            narrator.confirm("The pet '%s' runs".formatted(name));
        });
    }
}
