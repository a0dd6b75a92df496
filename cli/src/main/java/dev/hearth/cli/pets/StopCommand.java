package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth stop}. */
@Command(
        name = "stop",
        description = "Stop pets.",
        footer = {"", "Examples:", "  hearth stop dev", "  hearth stop --time=0 dev web"})
public final class StopCommand implements Callable<Integer> {
    private final Supplier<Pets> pets;
    private final Each each;
    private final ConsoleNarrator narrator;

    @Parameters(paramLabel = "PET", arity = "1..*", description = "The pets.")
    private List<PetName> names = List.of();

    @Mixin
    private GraceOption option;

    public StopCommand(Supplier<Pets> pets, Each each, ConsoleNarrator narrator) {
        this.pets = pets;
        this.each = each;
        this.narrator = narrator;
    }

    @Override
    public Integer call() {
        var grace = option.grace();
        return each.run(names, name -> {
            pets.get().stop(name, grace, narrator);
            narrator.confirm("The pet '%s' is stopped".formatted(name));
        });
    }
}
